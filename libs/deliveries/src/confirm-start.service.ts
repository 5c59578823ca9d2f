import type { ConfirmStartRequest } from '@tongyun/contracts';
import { DriverQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  operatingDayOf,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { StartConfirmationRepository } from './data/start-confirmation.repository.js';
import { judgeStartTime } from './rules/start-time.js';

/** Takes a driver's word that he begins, and when. */
@Injectable()
export class ConfirmStartService {
  constructor(
    private readonly confirmations: StartConfirmationRepository,
    private readonly drivers: DriverQueries,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same id is taken once; said again, the newest word counts. */
  async confirm(
    scope: AccessScope,
    driverId: DriverId,
    { id, startsAt, at }: ConfirmStartRequest,
  ): Promise<void> {
    const { enterpriseId } = await this.drivers.get(scope, driverId);
    const receivedAt = this.clock.now();
    const verdict = judgeStartTime(startsAt, receivedAt);
    if (verdict !== 'in_time') {
      throw new DomainError('START_TIME_WRONG', 'Say when you begin next', { startsAt, verdict });
    }
    const scopes = [`enterprise:${enterpriseId}`];
    const startHour = await this.policies.valueAt('operating_day.start_hour', startsAt, scopes);
    await this.unitOfWork.run(async (tx) => {
      const before = await this.confirmations.find(tx, id);
      if (before && before.driverId !== driverId) {
        throw new DomainError('START_ID_TAKEN', 'This id was used by somebody else', { id });
      }
      await this.confirmations.insert(tx, {
        id,
        driverId,
        enterpriseId,
        operatingOn: operatingDayOf(startsAt, startHour.value, this.timeZone),
        startsAt,
        confirmedAt: at > receivedAt ? receivedAt : at,
        receivedAt,
      });
    });
  }
}
