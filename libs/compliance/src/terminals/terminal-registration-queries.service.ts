import type { ListTerminalRegistrationsQuery } from '@tongyun/contracts';
import { normalisePlate } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, DomainError, type TerminalId } from '@tongyun/kernel';
import { readCursor, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ComplianceDecisionRepository,
  type DecisionRow,
} from '../data/compliance-decision.repository.js';
import {
  TerminalRegistrationRepository,
  type TerminalRegistrationRow,
} from '../data/terminals/terminal-registration.repository.js';
import type { WarnedDays } from '../rules/day-validity.js';
import { WarnedDaysQueries } from '../warned-days.service.js';

@Injectable()
export class TerminalRegistrationQueries {
  constructor(
    private readonly registrations: TerminalRegistrationRepository,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly warnedDays: WarnedDaysQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(
    scope: AccessScope,
    terminalId: TerminalId,
    tx?: EntityManager,
  ): Promise<TerminalRegistrationRow> {
    const manager = tx ?? this.unitOfWork.reads;
    const row = await this.registrations.findRow(manager, scope, terminalId);
    if (row) return row;
    throw new DomainError('REGISTRATION_NOT_FOUND', `No terminal ${terminalId} on a vehicle`, {
      terminalId,
    });
  }

  /** By phone; one row more than the page holds, for `toPage`. */
  async list(
    scope: AccessScope,
    query: ListTerminalRegistrationsQuery,
  ): Promise<TerminalRegistrationRow[]> {
    const { plateNo } = query;
    const wanted = plateNo === undefined ? query : { ...query, plateNo: normalisePlate(plateNo) };
    const { reads } = this.unitOfWork;
    const days = await this.papersDays();
    return this.registrations.list(reads, scope, wanted, days, readCursor(query));
  }

  /** How far ahead it is warned of papers that run out. */
  papersDays(): Promise<WarnedDays> {
    return this.warnedDays.at('documents.expiring_within_days', this.clock.now());
  }

  /** What was decided on a terminal's registration, oldest first. */
  async decisionsOn(scope: AccessScope, terminalId: TerminalId): Promise<readonly DecisionRow[]> {
    await this.get(scope, terminalId);
    return this.decisions.ofSubject(this.unitOfWork.reads, 'terminal_registration', terminalId);
  }
}
