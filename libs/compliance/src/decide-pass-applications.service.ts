import type { DecidePassApplicationsRequest } from '@tongyun/contracts';
import { type AccessScope, DomainError, type PassApplicationId } from '@tongyun/kernel';
import { assertUnchanged, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PassApplicationEntity } from './data/pass-application.entity.js';
import {
  PassApplicationRepository,
  type PassApplicationRow,
} from './data/pass-application.repository.js';
import { type ItemResult, resultsOf } from './item-results.js';
import { PassApplicationBook } from './pass-application-book.js';
import { PassApplicationQueries } from './pass-application-queries.service.js';
import { PassBook } from './pass-book.js';
import { afterApproval, dueStepOf } from './rules/pass-application.js';

@Injectable()
export class DecidePassApplicationsService {
  constructor(
    private readonly applications: PassApplicationRepository,
    private readonly queries: PassApplicationQueries,
    private readonly applicationBook: PassApplicationBook,
    private readonly passBook: PassBook,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Approves or refuses each of the applications whose step is the decider's; the last approval
   * issues the pass.
   */
  decide(
    scope: AccessScope,
    { items, decision, reason }: DecidePassApplicationsRequest,
  ): Promise<ItemResult<PassApplicationRow>[]> {
    const seen = new Map(items.map(({ id, version }) => [id, version]));
    return resultsOf([...seen.keys()], (id) =>
      this.unitOfWork.run(async (tx) => {
        const ifMatch = `"${seen.get(id)}"`;
        const application = await this.open(tx, scope, id as PassApplicationId, ifMatch);
        assertIsDue(scope, application);
        const before = { ...application };
        if (decision === 'refuse') application.state = 'refused';
        else await this.approve(tx, scope, application, reason);
        return this.settle(tx, scope, before, application, reason);
      }),
    );
  }

  /**
   * Takes an application back.
   *
   * @param ifMatch the version that was seen, as an entity tag
   */
  withdraw(
    scope: AccessScope,
    id: PassApplicationId,
    reason: string,
    ifMatch: string | undefined,
  ): Promise<PassApplicationRow> {
    return this.unitOfWork.run(async (tx) => {
      const application = await this.open(tx, scope, id, ifMatch);
      const before = { ...application };
      application.state = 'withdrawn';
      return this.settle(tx, scope, before, application, reason);
    });
  }

  /** The application, held, if nobody has moved it since it was seen. */
  private async open(
    tx: EntityManager,
    scope: AccessScope,
    id: PassApplicationId,
    ifMatch: string | undefined,
  ): Promise<PassApplicationEntity> {
    await this.queries.get(scope, id, tx);
    const application = await this.applications.lock(tx, id);
    assertUnchanged(ifMatch, application, application);
    if (application.state === 'pending') return application;
    throw new DomainError('PASS_APPLICATION_SETTLED', `It is ${application.state} already`, {
      id,
      state: application.state,
    });
  }

  private async approve(
    tx: EntityManager,
    scope: AccessScope,
    application: PassApplicationEntity,
    reason: string,
  ): Promise<void> {
    // Terminal, drivers and registration may have gone since it was applied for, its period may be over.
    const applicant = await this.applicationBook.admit(tx, scope, application.vehicleId);
    assertStillOwned(application, applicant.enterpriseId);
    await this.applicationBook.assertGiven(tx, applicant, application);
    Object.assign(application, afterApproval(application));
    if (application.state !== 'granted') return;
    const { zoneIds, roads, routes, hours, validFrom, validTo } = application;
    const terms = { zoneIds, roads, routes, hours, validFrom, validTo };
    application.passId = (await this.passBook.issue(tx, scope, applicant, terms, reason)).id;
  }

  private async settle(
    tx: EntityManager,
    scope: AccessScope,
    before: PassApplicationEntity,
    application: PassApplicationEntity,
    reason: string,
  ): Promise<PassApplicationRow> {
    const { id, state, renewsPassId } = application;
    await this.applications.save(tx, application);
    await this.applicationBook.note(tx, scope, before, application, reason);
    if (renewsPassId !== null && state !== 'pending') {
      await this.passBook.tolerate(tx, renewsPassId, null);
    }
    return this.queries.get(scope, id, tx);
  }
}

function assertIsDue({ roles }: AccessScope, application: PassApplicationEntity): void {
  const dueStep = dueStepOf(application);
  if (dueStep !== null && roles.includes(dueStep)) return;
  throw new DomainError('FORBIDDEN', 'This step is not yours to take', { dueStep });
}

function assertStillOwned({ enterpriseId, vehicleId }: PassApplicationEntity, owner: string): void {
  if (owner === enterpriseId) return;
  throw new DomainError('PASS_VEHICLE_TRANSFERRED', 'The vehicle has another owner now', {
    vehicleId,
    owner,
  });
}
