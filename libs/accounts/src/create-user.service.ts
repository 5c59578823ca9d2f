import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  newId,
  type Role,
  type UserId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UserEntity } from './data/user.entity.js';
import { UserRepository } from './data/user.repository.js';
import { judgePost, judgeRoles } from './rules/user-scope.js';
import { hashPassword } from './secrets.js';

export interface NewUser {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly enterpriseId?: EnterpriseId | null;
  readonly district?: string | null;
  readonly agency?: string | null;
  readonly badgeNo?: string | null;
  readonly mustChangePassword?: boolean;
}

@Injectable()
export class CreateUserService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Adds somebody who signs in by name and password. */
  async create(_scope: AccessScope, user: NewUser, tx?: EntityManager): Promise<UserEntity> {
    assertRolesFit(user);
    assertPosted(user);
    const row = this.rowOf(user, await hashPassword(user.password));
    const add = (manager: EntityManager) => this.addUnlessTaken(manager, row);
    return tx ? add(tx) : this.unitOfWork.run(add);
  }

  private async addUnlessTaken(tx: EntityManager, row: UserEntity): Promise<UserEntity> {
    if (await this.users.findByUsername(tx, row.username ?? '')) {
      throw new DomainError('USERNAME_TAKEN', 'Somebody has this name already', {
        username: row.username,
      });
    }
    return this.users.add(tx, row);
  }

  private rowOf(user: NewUser, passwordHash: string): UserEntity {
    return Object.assign(new UserEntity(), {
      id: newId<UserId>(),
      username: user.username,
      passwordHash,
      displayName: user.displayName,
      roles: [...user.roles],
      enterpriseId: user.enterpriseId ?? null,
      district: user.district ?? null,
      agency: user.agency ?? null,
      badgeNo: user.badgeNo ?? null,
      driverId: null,
      isDisabled: false,
      mustChangePassword: user.mustChangePassword ?? false,
      createdAt: this.clock.now(),
      version: 1,
    });
  }
}

function assertRolesFit({ roles, enterpriseId }: NewUser): void {
  if (roles.includes('driver')) {
    throw new DomainError('DRIVER_SIGNS_IN_BY_DEVICE', 'A driver gets a device code, not a name');
  }
  const verdict = judgeRoles(roles, enterpriseId ?? null);
  if (verdict === 'enterprise_missing') {
    throw new DomainError('ENTERPRISE_REQUIRED', 'These roles act for an enterprise', { roles });
  }
  if (verdict === 'enterprise_unfit') {
    throw new DomainError('ENTERPRISE_UNFIT', 'These roles act for no enterprise', { roles });
  }
}

function assertPosted({ roles, district, agency, badgeNo }: NewUser): void {
  const verdict = judgePost({
    roles,
    district: district ?? null,
    agency: agency ?? null,
    badgeNo: badgeNo ?? null,
  });
  if (verdict === 'district_missing') {
    throw new DomainError('DISTRICT_REQUIRED', 'A bureau acts in its district', { roles });
  }
  if (verdict === 'badge_missing') {
    throw new DomainError('BADGE_REQUIRED', 'An officer acts with his badge for an agency', {
      roles,
    });
  }
}
