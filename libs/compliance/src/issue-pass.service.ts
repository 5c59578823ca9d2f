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
import { RegistrationRepository } from './data/registration.repository.js';
import type { RoadPassEntity } from './data/road-pass.entity.js';
import { LayPassRoutesService } from './lay-pass-routes.service.js';
import { PassApplicationBook } from './pass-application-book.js';
import { PassBook } from './pass-book.js';
import { PassDemands } from './pass-demands.js';

@Injectable()
export class IssuePassService {
  constructor(
    private readonly book: PassBook,
    private readonly applications: PassApplicationBook,
    private readonly routes: LayPassRoutesService,
    private readonly demands: PassDemands,
    private readonly registrations: RegistrationRepository,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Issues a pass without an application, to a vehicle that could be given one on application: it
   * is registered, has the terminal and the drivers that the policy asks for, and for a period that it gives.
   */
  issue(
    scope: AccessScope,
    request: IssuePassRequest,
    within?: EntityManager,
  ): Promise<RoadPassEntity> {
    return this.unitOfWork.join(within, async (tx) => {
      await this.assertMayIssue(scope, tx);
      const vehicleId = request.vehicleId as VehicleId;
      const vehicle = await this.demands.subject(tx, scope, vehicleId);
      const { state } = await this.registrations.lock(tx, vehicleId, this.clock.now());
      await this.demands.assertMet(tx, scope, { ...vehicle, registrationState: state });
      const { roads, hours, validFrom, validTo, reason } = request;
      if (!isSystem(scope))
        await this.applications.assertGiven(tx, vehicle, { validFrom, validTo });
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

  private async assertMayIssue(scope: AccessScope, tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    const { value: bodies } = await this.policies.valueAt('passes.direct_issue_by', now, [], tx);
    if (isSystem(scope) || bodies.some((body) => scope.roles.includes(body))) return;
    throw new DomainError('PASS_NEEDS_APPLICATION', 'Passes are issued on application only', {
      bodies,
    });
  }
}

/** The product itself: it enters passes that were given before it was there. */
const isSystem = ({ userId }: AccessScope): boolean => userId === SYSTEM_SCOPE.userId;
