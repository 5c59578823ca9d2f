export { AccessGuard } from './access/access.guard.js';
export { driverOf } from './access/driver-of.js';
export { IS_PUBLIC, NEEDED_PERMISSION, Needs, Public } from './access/needs.decorator.js';
export { Scope } from './access/scope.decorator.js';
export type { SignedInScope } from './access/signed-in-scope.js';
export { AccountsModule } from './accounts.module.js';
export {
  DRIVER_DIRECTORY,
  type DriverDirectory,
  type DriverEntry,
  type DriverLeave,
  ENTERPRISE_DIRECTORY,
  type EnterpriseDirectory,
  SESSION_SETTINGS,
  type SessionSettings,
} from './accounts.tokens.js';
export { AuthenticatePhoneService, type KnownPhone } from './authenticate-phone.service.js';
export { AttemptCounter } from './attempt-counter.js';
export { AuthenticateService } from './authenticate.service.js';
export { mayDo, type Permission, PERMISSIONS, permissionsOf } from './rules/permissions.js';
export { CreateUserService, type NewUser } from './create-user.service.js';
export { EndedSignIns } from './ended-sign-ins.js';
export {
  type FirstAdministrator,
  MakeFirstAdministratorService,
} from './make-first-administrator.service.js';
export { scopeOfUser } from './rules/user-scope.js';
export { type IssuedDeviceCode, IssueDeviceCodeService } from './issue-device-code.service.js';
export { RevokeDevicesService } from './revoke-devices.service.js';
export { UserQueries } from './user-queries.service.js';
