import type { DecideRegistrationRequest } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, DomainError, type TerminalId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  TerminalRegistrationRepository,
  type TerminalRegistrationRow,
} from '../data/terminals/terminal-registration.repository.js';
import { RegistrationBook } from '../registration-book.js';
import { documentPrefix } from '../rules/document-number.js';
import { TerminalRegistrationQueries } from './terminal-registration-queries.service.js';

/** Begins the number of a terminal's registration, so that nobody takes it for a vehicle's: 终端. */
const TERMINAL_MARK = 'ZD';

/**
 * Registers terminals by the steps that vehicles are registered by. It says nothing of what a
 * terminal sends: that is taken of whatever is not blocked.
 */
@Injectable()
export class DecideTerminalRegistrationService {
  constructor(
    private readonly registrations: TerminalRegistrationRepository,
    private readonly queries: TerminalRegistrationQueries,
    private readonly book: RegistrationBook,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes a terminal's registration one step further and records who did so and why.
   *
   * @param ifMatch the version that the decider saw, as an entity tag
   */
  decide(
    scope: AccessScope,
    terminalId: TerminalId,
    request: DecideRegistrationRequest,
    ifMatch: string | undefined,
    within?: EntityManager,
  ): Promise<TerminalRegistrationRow> {
    return this.unitOfWork.join(within, async (tx) => {
      const seen = await this.queries.get(scope, terminalId, tx);
      if (request.state === 'submitted' && seen.vehicleId === null) {
        throw new DomainError('TERMINAL_ON_NO_VEHICLE', 'It stands for no entered vehicle', {
          terminalId,
        });
      }
      const registration = await this.registrations.lock(tx, terminalId, this.clock.now());
      const { holderEnterpriseId, holderDistrict, phone } = seen;
      const prefixOf = (on: string) =>
        `${TERMINAL_MARK}${documentPrefix(on, { plateNo: null, equipmentNo: phone })}`;
      const thing = {
        kind: 'terminal_registration',
        id: terminalId,
        holderEnterpriseId,
        holderDistrict,
        prefixOf,
      } as const;
      await this.book.step(tx, scope, thing, registration, request, ifMatch);
      await this.registrations.save(tx, registration);
      return this.queries.get(scope, terminalId, tx);
    });
  }
}
