import type { ApplyForPassesRequest, PassPeriod, RenewPassesRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  localTimeOf,
  newId,
  type PassApplicationId,
  type PassId,
  type VehicleId,
  type ZoneId,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DocumentCounterRepository } from './data/document-counter.repository.js';
import type { ApplicantRow } from './data/pass-applicant.repository.js';
import type { PassApplicationEntity } from './data/pass-application.entity.js';
import {
  PassApplicationRepository,
  type PassApplicationRow,
} from './data/pass-application.repository.js';
import { RegistrationRepository } from './data/registration.repository.js';
import type { RoadPassEntity } from './data/road-pass.entity.js';
import { type ItemResult, resultsOf } from './item-results.js';
import { LayPassRoutesService } from './lay-pass-routes.service.js';
import { PassApplicationBook } from './pass-application-book.js';
import { PassApplicationQueries } from './pass-application-queries.service.js';
import { PassBook, type PassTerms } from './pass-book.js';
import { PassQueries } from './pass-queries.service.js';
import { policyScopesOf } from './policy-scopes.js';
import { documentNumber, documentPrefix } from './rules/document-number.js';

/** Begins the number of an application, so that nobody takes it for a pass: 申请. */
const APPLICATION_MARK = 'SQ';
const MIN_PER_DAY = 1_440;

interface Asked {
  readonly vehicleId: VehicleId;
  readonly terms: Pick<PassTerms, 'zoneIds' | 'roads' | 'routes' | 'hours'>;
  readonly period: PassPeriod;
  readonly reason: string;
  readonly renews: RoadPassEntity | null;
}

@Injectable()
export class ApplyForPassesService {
  constructor(
    private readonly applications: PassApplicationRepository,
    private readonly queries: PassApplicationQueries,
    private readonly applicationBook: PassApplicationBook,
    private readonly passBook: PassBook,
    private readonly passes: PassQueries,
    private readonly routes: LayPassRoutesService,
    private readonly counters: DocumentCounterRepository,
    private readonly registrations: RegistrationRepository,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** Applies for each vehicle by itself: one that is refused keeps none of the others back. */
  apply(
    scope: AccessScope,
    { vehicleIds, roads, routes: drawn, hours, period, reason, ...asked }: ApplyForPassesRequest,
  ): Promise<ItemResult<PassApplicationRow>[]> {
    const zoneIds = asked.zoneIds as ZoneId[];
    return resultsOf([...new Set(vehicleIds)], (id) =>
      this.unitOfWork.run(async (tx) => {
        const routes = await this.routes.lay(tx, drawn, zoneIds);
        const terms = { zoneIds, roads, routes, hours };
        const vehicleId = id as VehicleId;
        return this.enter(tx, scope, { vehicleId, terms, period, reason, renews: null });
      }),
    );
  }

  /** Applies for a further period on the terms of each pass. */
  renew(
    scope: AccessScope,
    { passIds, period, reason }: RenewPassesRequest,
  ): Promise<ItemResult<PassApplicationRow>[]> {
    return resultsOf([...new Set(passIds)], (id) =>
      this.unitOfWork.run(async (tx) => {
        const renews = await this.passes.get(scope, id as PassId, tx);
        assertRenewable(renews);
        const { vehicleId } = renews;
        return this.enter(tx, scope, { vehicleId, terms: renews, period, reason, renews });
      }),
    );
  }

  private async enter(
    tx: EntityManager,
    scope: AccessScope,
    { vehicleId, terms, period, reason, renews }: Asked,
  ): Promise<PassApplicationRow> {
    const now = this.clock.now();
    const applicant = await this.applicationBook.admit(tx, scope, vehicleId);
    // Whoever applies for the same vehicle at the same time waits here.
    await this.registrations.lock(tx, vehicleId, now);
    if (await this.applications.isOpen(tx, vehicleId)) {
      throw new DomainError('PASS_APPLICATION_OPEN', 'The vehicle has an application under way', {
        vehicleId,
      });
    }
    await this.passBook.assertZonesExist(tx, terms.zoneIds);
    const { from, to } = await this.applicationBook.assertPeriod(tx, applicant, period);
    const steps = await this.policies.valueAt(
      'passes.approval_steps',
      now,
      policyScopesOf(applicant),
      tx,
    );
    const application: PassApplicationEntity = {
      id: newId<PassApplicationId>(),
      applicationNo: await this.nextNumber(tx, applicant),
      vehicleId,
      enterpriseId: applicant.enterpriseId,
      renewsPassId: renews?.id ?? null,
      zoneIds: terms.zoneIds,
      roads: terms.roads,
      routes: terms.routes,
      hours: terms.hours,
      validFrom: from,
      validTo: to,
      state: 'pending',
      steps: [...steps.value],
      approved: 0,
      passId: null,
      appliedBy: scope.userId,
      appliedAt: now,
      version: 1,
    };
    await this.applications.insert(tx, application);
    await this.applicationBook.note(tx, scope, null, application, reason);
    if (renews && now < renews.validTo) await this.tolerate(tx, applicant, renews);
    return this.queries.get(scope, application.id, tx);
  }

  /** A pass whose renewal was applied for in time counts on for a while, if the policy says so. */
  private async tolerate(
    tx: EntityManager,
    applicant: ApplicantRow,
    { id, validTo }: RoadPassEntity,
  ): Promise<void> {
    const { value: days } = await this.policies.valueAt(
      'passes.renewal_tolerated_days',
      this.clock.now(),
      policyScopesOf(applicant),
      tx,
    );
    if (days > 0) await this.passBook.tolerate(tx, id, addMinutes(validTo, days * MIN_PER_DAY));
  }

  private async nextNumber(tx: EntityManager, applicant: ApplicantRow): Promise<string> {
    const { on } = localTimeOf(this.clock.now(), this.timeZone);
    const prefix = `${APPLICATION_MARK}${documentPrefix(on, applicant)}`;
    return documentNumber(prefix, await this.counters.next(tx, 'pass_application', prefix));
  }
}

function assertRenewable({ id, state }: RoadPassEntity): void {
  if (state === 'valid') return;
  throw new DomainError('PASS_NOT_RENEWABLE', `A ${state} pass cannot be renewed`, { id, state });
}
