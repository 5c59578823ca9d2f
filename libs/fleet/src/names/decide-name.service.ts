import type { StepDriverNameRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverNameRequestId,
  newId,
} from '@tongyun/kernel';
import { assertUnchanged, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EmploymentRepository } from '../data/employment.repository.js';
import type { DriverNameRequestEntity } from '../data/names/driver-name-request.entity.js';
import {
  DriverNameRepository,
  type DriverNameRequestRow,
} from '../data/names/driver-name.repository.js';
import { EmployedDriver } from '../employment/employed-driver.js';
import { judgeNameStep, nameStepsFrom, nameStepsOf } from '../rules/names/name-steps.js';
import { DriverNameBook } from './driver-name-book.js';
import { DriverNameQueries } from './driver-name-queries.service.js';

@Injectable()
export class DecideNameService {
  constructor(
    private readonly employed: EmployedDriver,
    private readonly employment: EmploymentRepository,
    private readonly names: DriverNameRepository,
    private readonly book: DriverNameBook,
    private readonly queries: DriverNameQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Grants, refuses or withdraws what was asked; what is granted he is called from then on, and what he
   * was called is kept.
   *
   * @param ifMatch the version that was seen, as an entity tag
   */
  step(
    scope: AccessScope,
    id: DriverNameRequestId,
    { state, reason }: StepDriverNameRequest,
    ifMatch: string | undefined,
  ): Promise<DriverNameRequestRow> {
    return this.unitOfWork.run(async (tx) => {
      await this.queries.get(scope, id, tx);
      const request = await this.names.lock(tx, id);
      const nextStates = nameStepsOf(request.state, scope);
      assertUnchanged(ifMatch, request, { ...request, nextStates });
      assertMayStep(scope, request, state);
      if (state === 'granted') await this.rename(tx, scope, request, reason);
      await this.book.step(tx, scope, request, state, reason);
      return this.queries.get(scope, id, tx);
    });
  }

  private async rename(
    tx: EntityManager,
    scope: AccessScope,
    { driverId, name }: DriverNameRequestEntity,
    reason: string,
  ): Promise<void> {
    const driver = await this.employed.hold(tx, scope, driverId);
    if (driver.name === name) {
      throw new DomainError('DRIVER_UNCHANGED', 'He is called so by now', { id: driverId });
    }
    await this.employment.keep(tx, {
      id: newId<string>(),
      driverId,
      kind: 'corrected',
      before: { name: driver.name },
      leftOn: null,
      reason,
      decidedBy: scope.userId,
      decidedAt: this.clock.now(),
    });
    await this.employment.save(tx, Object.assign(driver, { name }));
  }
}

function assertMayStep(
  scope: AccessScope,
  { state: from }: DriverNameRequestEntity,
  to: StepDriverNameRequest['state'],
): void {
  const verdict = judgeNameStep(from, to, scope);
  if (verdict === 'ok') return;
  if (verdict === 'not_yours') {
    throw new DomainError('FORBIDDEN', 'This step is not yours to take', { from, to });
  }
  throw new DomainError('DRIVER_NAME_REQUEST_SETTLED', `It is ${from} already`, {
    from,
    to,
    possible: nameStepsFrom(from),
  });
}
