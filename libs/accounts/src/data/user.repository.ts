import type { CursorKey } from '@tongyun/platform';
import type { DriverId, UserId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UserEntity } from './user.entity.js';

@Injectable()
export class UserRepository {
  findByUsername(manager: EntityManager, username: string): Promise<UserEntity | null> {
    return manager.findOneBy(UserEntity, { username });
  }

  findById(manager: EntityManager, id: UserId): Promise<UserEntity | null> {
    return manager.findOneBy(UserEntity, { id });
  }

  /** Locked to the end of the transaction, so that two changes follow each other. */
  findLocked(manager: EntityManager, id: UserId): Promise<UserEntity | null> {
    return manager.findOne(UserEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findByDriver(manager: EntityManager, driverId: DriverId): Promise<UserEntity | null> {
    return manager.findOneBy(UserEntity, { driverId });
  }

  isAnyOfRole(manager: EntityManager, role: string): Promise<boolean> {
    return manager
      .createQueryBuilder(UserEntity, 'user')
      .where(':role = ANY(user.roles) AND NOT user.isDisabled', { role })
      .getExists();
  }

  /** Staff by name; drivers sign in by device and are listed with the fleet. */
  list(manager: EntityManager, after: CursorKey | null, limit: number): Promise<UserEntity[]> {
    const query = manager
      .createQueryBuilder(UserEntity, 'user')
      .where('user.username IS NOT NULL')
      .orderBy('user.username')
      .addOrderBy('user.id')
      .limit(limit);
    if (after) query.andWhere('(user.username, user.id) > (:key, :id::uuid)', after);
    return query.getMany();
  }

  async add(manager: EntityManager, user: UserEntity): Promise<UserEntity> {
    await manager.insert(UserEntity, user);
    return user;
  }

  async save(manager: EntityManager, user: UserEntity): Promise<void> {
    await manager.save(user);
  }
}
