import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgencyKeys } from './agency-keys.service.js';
import { AuthenticateAgencyService } from './authenticate-agency.service.js';
import { AuthenticatePhoneService } from './authenticate-phone.service.js';
import { AuthenticateService } from './authenticate.service.js';
import { ChangePasswordService } from './change-password.service.js';
import { CreateUserService } from './create-user.service.js';
import { AgencyKeyRepository } from './data/agency-key.repository.js';
import { DeviceCodeRepository } from './data/device-code.repository.js';
import * as entities from './data/index.js';
import { PhoneKeyRepository } from './data/phone-key.repository.js';
import { RefreshTokenRepository } from './data/refresh-token.repository.js';
import { UserRepository } from './data/user.repository.js';
import { EndSignInsService } from './end-sign-ins.service.js';
import { EndedSignIns } from './ended-sign-ins.js';
import { IssueDeviceCodeService } from './issue-device-code.service.js';
import { IssueSessionService } from './issue-session.service.js';
import { MakeFirstAdministratorService } from './make-first-administrator.service.js';
import { PhoneKeys } from './phone-keys.service.js';
import { RefreshSessionService } from './refresh-session.service.js';
import { RevokeDevicesService } from './revoke-devices.service.js';
import { SetUserStateService } from './set-user-state.service.js';
import { SignInDeviceService } from './sign-in-device.service.js';
import { SignInService } from './sign-in.service.js';
import { SignOutService } from './sign-out.service.js';
import { SigningKeys } from './signing-keys.js';
import { UserQueries } from './user-queries.service.js';

const useCases = [
  AgencyKeys,
  AuthenticateAgencyService,
  AuthenticatePhoneService,
  AuthenticateService,
  ChangePasswordService,
  CreateUserService,
  EndedSignIns,
  IssueDeviceCodeService,
  MakeFirstAdministratorService,
  PhoneKeys,
  RefreshSessionService,
  RevokeDevicesService,
  SetUserStateService,
  SignInDeviceService,
  SignInService,
  SignOutService,
  UserQueries,
];

/** Needs SESSION_SETTINGS, DRIVER_DIRECTORY and ENTERPRISE_DIRECTORY from the app that mounts it. */
@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  providers: [
    ...useCases,
    EndSignInsService,
    IssueSessionService,
    SigningKeys,
    UserRepository,
    RefreshTokenRepository,
    AgencyKeyRepository,
    DeviceCodeRepository,
    PhoneKeyRepository,
  ],
  exports: useCases,
})
export class AccountsModule {}
