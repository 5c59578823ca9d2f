import type { RaiseFindingRequest } from '@tongyun/contracts';
import { toWgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  localTimeOf,
  newId,
} from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import { CheckedVehicleRepository } from '../data/checked-vehicle.repository.js';
import { FindingRepository } from '../data/findings/finding.repository.js';
import type { RoadsideFindingEntity } from '../data/findings/roadside-finding.entity.js';

const DAY_MIN = 1_440;

/** What an officer found on the vehicle that he asked about, for its enterprise of then to answer by a day. */
@Injectable()
export class RaiseFindingService {
  constructor(
    private readonly checks: CheckedVehicleRepository,
    private readonly findings: FindingRepository,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Resolves to the id of the finding. */
  async raise(scope: AccessScope, checkId: string, request: RaiseFindingRequest): Promise<string> {
    const now = this.clock.now();
    const dueOn = await this.dueOn(request.dueOn, now);
    return this.unitOfWork.run(async (tx) => {
      const check = await this.checks.find(tx, scope, checkId);
      if (!check)
        throw new DomainError('ROADSIDE_CHECK_NOT_FOUND', `No check ${checkId}`, { checkId });
      const { vehicleId, judgedEnterpriseId: enterpriseId, badgeNo } = check;
      if (vehicleId === null || enterpriseId === null) {
        throw new DomainError(
          'FINDING_WITHOUT_ENTERPRISE',
          'No enterprise of ours owns or uses it',
          {
            plateNo: check.plateNo,
          },
        );
      }
      const stated = request.position && toWgs84(request.position, request.position.crs);
      const finding: RoadsideFindingEntity = {
        id: newId<string>(),
        checkId,
        plateNo: check.plateNo,
        vehicleId,
        enterpriseId,
        place: request.place,
        lng: stated?.lng ?? check.lng,
        lat: stated?.lat ?? check.lat,
        dueOn,
        state: 'open',
        raisedBy: scope.userId,
        badgeNo,
        agency: scope.agency,
        raisedAt: now,
        version: 1,
      };
      await this.findings.add(tx, finding, {
        id: newId(),
        findingId: finding.id,
        toState: 'open',
        text: request.text,
        dueOn,
        takenBy: scope.userId,
        badgeNo,
        takenAt: now,
      });
      return finding.id;
    });
  }

  private async dueOn(wanted: string | null, now: Date): Promise<string> {
    const today = localTimeOf(now, this.timeZone).on;
    if (wanted === null) {
      const { value: days } = await this.policies.valueAt('roadside.finding_due_days', now);
      return localTimeOf(addMinutes(now, days * DAY_MIN), this.timeZone).on;
    }
    if (wanted < today) {
      throw new DomainError('FINDING_DUE_PAST', 'The day is past', { dueOn: wanted });
    }
    return wanted;
  }
}
