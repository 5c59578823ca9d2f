import type { MeView, UserView } from '@tongyun/contracts';
import type { EnterpriseId } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { ENTERPRISE_DIRECTORY, type EnterpriseDirectory } from '../accounts.tokens.js';
import type { UserEntity } from '../data/user.entity.js';
import { permissionsOf } from '../rules/permissions.js';

/** Users as people see them, with the name of their enterprise. */
@Injectable()
export class UserViews {
  constructor(@Inject(ENTERPRISE_DIRECTORY) private readonly enterprises: EnterpriseDirectory) {}

  async meOf(user: UserEntity): Promise<MeView> {
    return { ...(await this.personOf(user)), permissions: permissionsOf(user.roles) };
  }

  async userOf(user: UserEntity): Promise<UserView> {
    const { isDisabled, version } = user;
    return { ...(await this.personOf(user)), isDisabled, version };
  }

  private async personOf(user: UserEntity): Promise<Omit<MeView, 'permissions'>> {
    return {
      id: user.id,
      username: user.username,
      displayName: user.displayName,
      roles: user.roles,
      enterpriseId: user.enterpriseId,
      enterpriseName: await this.nameOf(user.enterpriseId),
      district: user.district,
      agency: user.agency,
      badgeNo: user.badgeNo,
      driverId: user.driverId,
      mustChangePassword: user.mustChangePassword,
    };
  }

  private async nameOf(enterpriseId: EnterpriseId | null): Promise<string | null> {
    return enterpriseId === null ? null : this.enterprises.nameOf(enterpriseId);
  }
}
