import type { IssuePassRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  SYSTEM_SCOPE,
  type VehicleId,
  type ZoneId,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RegistrationRepository, type RegistrationRow } from './data/registration.repository.js';
import type { RoadPassEntity } from './data/road-pass.entity.js';
import { LayPassRoutesService } from './lay-pass-routes.service.js';
import { PassBook } from './pass-book.js';
import { RegistrationQueries } from './registration-queries.service.js';

@Injectable()
export class IssuePassService {
  constructor(
    private readonly book: PassBook,
    private readonly routes: LayPassRoutesService,
    private readonly registrations: RegistrationRepository,
    private readonly registrationQueries: RegistrationQueries,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Issues a pass to a registered vehicle, without an application. */
  issue(
    scope: AccessScope,
    request: IssuePassRequest,
    within?: EntityManager,
  ): Promise<RoadPassEntity> {
    return this.unitOfWork.join(within, async (tx) => {
      await this.assertMayIssue(scope, tx);
      const vehicleId = request.vehicleId as VehicleId;
      const vehicle = await this.registrationQueries.get(scope, vehicleId, tx);
      const { state } = await this.registrations.lock(tx, vehicleId, this.clock.now());
      assertRegistered(vehicle, state);
      const { roads, hours, validFrom, validTo, reason } = request;
      const zoneIds = request.zoneIds as ZoneId[];
      const routes = await this.routes.lay(tx, request.routes, zoneIds);
      return this.book.issue(
        tx,
        scope,
        vehicle,
        { zoneIds, roads, routes, hours, validFrom, validTo },
        reason,
      );
    });
  }

  private async assertMayIssue({ userId, roles }: AccessScope, tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    const { value: bodies } = await this.policies.valueAt('passes.direct_issue_by', now, [], tx);
    const isSystem = userId === SYSTEM_SCOPE.userId;
    if (isSystem || bodies.some((body) => roles.includes(body))) return;
    throw new DomainError('PASS_NEEDS_APPLICATION', 'Passes are issued on application only', {
      bodies,
    });
  }
}

function assertRegistered({ vehicleId }: RegistrationRow, state: string): void {
  if (state === 'registered') return;
  throw new DomainError('VEHICLE_NOT_REGISTERED', 'Only a registered vehicle gets a pass', {
    vehicleId,
    state,
  });
}
