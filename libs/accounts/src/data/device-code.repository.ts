import type { DriverId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThan, MoreThan } from 'typeorm';
import { DeviceCodeEntity } from './device-code.entity.js';

@Injectable()
export class DeviceCodeRepository {
  /** Adds a code; false when the same digits are already out. */
  async add(manager: EntityManager, code: DeviceCodeEntity): Promise<boolean> {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(DeviceCodeEntity)
      .values(code)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** The code, if it is good and unused. */
  findUsable(
    manager: EntityManager,
    codeHash: string,
    now: Date,
  ): Promise<DeviceCodeEntity | null> {
    return manager.findOneBy(DeviceCodeEntity, usable(codeHash, now));
  }

  /** The same, locked to the end of the transaction: two phones at once cannot both use it. */
  lockUsable(
    manager: EntityManager,
    codeHash: string,
    now: Date,
  ): Promise<DeviceCodeEntity | null> {
    return manager.findOne(DeviceCodeEntity, {
      where: usable(codeHash, now),
      lock: { mode: 'pessimistic_write' },
    });
  }

  async markUsed(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.update(DeviceCodeEntity, { id }, { usedAt: at });
  }

  /** Used ones too: nothing asks for them any more. */
  async forgetOf(manager: EntityManager, driverId: DriverId): Promise<void> {
    await manager.delete(DeviceCodeEntity, { driverId });
  }

  /** Frees the digits of codes that ran out. */
  async forgetExpired(manager: EntityManager, before: Date): Promise<void> {
    await manager.delete(DeviceCodeEntity, { expiresAt: LessThan(before) });
  }
}

const usable = (codeHash: string, now: Date) => ({
  codeHash,
  usedAt: IsNull(),
  expiresAt: MoreThan(now),
});
