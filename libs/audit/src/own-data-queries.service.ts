import type { DriverOwnDataView } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import { OwnData } from './data/own-data.repository.js';
import { KEPT_KINDS, keptDaysKeyOf, LEFT_DRIVER_KINDS } from './rules/kept-kinds.js';

/** What a driver may have of himself. */
@Injectable()
export class OwnDataQueries {
  constructor(
    private readonly ownData: OwnData,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async mine({ driverId }: AccessScope): Promise<DriverOwnDataView> {
    const now = this.clock.now();
    const data = driverId && (await this.ownData.of(this.unitOfWork.reads, driverId, now));
    if (!data) {
      throw new DomainError('DRIVER_NOT_FOUND', 'This sign-in stands for no driver', { driverId });
    }
    return { writtenAt: now.toISOString(), ...data, keptDays: await this.keptDays(now) };
  }

  private async keptDays(now: Date): Promise<Record<string, number>> {
    const days: Record<string, number> = {};
    const kinds = [...KEPT_KINDS.map(({ table }) => table), ...LEFT_DRIVER_KINDS];
    for (const kind of kinds) {
      days[kind] = (await this.policies.valueAt(keptDaysKeyOf(kind), now)).value;
    }
    days['fix'] = (await this.policies.valueAt('fix.keep_days', now)).value;
    return days;
  }
}
