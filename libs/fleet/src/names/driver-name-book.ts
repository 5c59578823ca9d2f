import { type AccessScope, type Clock, CLOCK, newId } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DriverNameRequestEntity } from '../data/names/driver-name-request.entity.js';
import { DriverNameRepository } from '../data/names/driver-name.repository.js';

/** Writes down how a request for a name stands, and by which step. */
@Injectable()
export class DriverNameBook {
  constructor(
    private readonly names: DriverNameRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async ask(tx: EntityManager, request: DriverNameRequestEntity): Promise<void> {
    await this.names.insert(tx, request);
    const { reason, askedBy: userId } = request;
    await this.note(tx, { userId }, null, request, reason);
  }

  async step(
    tx: EntityManager,
    scope: AccessScope,
    request: DriverNameRequestEntity,
    to: DriverNameRequestEntity['state'],
    reason: string,
  ): Promise<void> {
    const { state: from } = request;
    await this.names.save(tx, Object.assign(request, { state: to }));
    await this.note(tx, scope, from, request, reason);
  }

  private note(
    tx: EntityManager,
    { userId }: Pick<AccessScope, 'userId'>,
    fromState: DriverNameRequestEntity['state'] | null,
    { id, driverId, name, state }: DriverNameRequestEntity,
    reason: string,
  ): Promise<void> {
    return this.names.insertStep(tx, {
      id: newId<string>(),
      requestId: id,
      driverId,
      name,
      fromState,
      toState: state,
      reason,
      decidedBy: userId,
      decidedAt: this.clock.now(),
    });
  }
}
