import type { PageQuery, SetRawLogRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  type TerminalId,
} from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { RawLogRepository } from './data/raw-log.repository.js';
import type { TerminalEntity } from './data/terminal.entity.js';
import type { TerminalBytesEntity } from './data/terminal-bytes.entity.js';
import { TerminalRepository } from './data/terminal.repository.js';
import { TerminalDecisions } from './terminal-decisions.js';
import { TerminalQueries } from './terminal-queries.service.js';

/** Terminals that are logged at the same time at most. */
const MAX_LOGGED = 20;
/** How long a log that has ended can still be read, at least. */
const READABLE_DAYS = 7;

@Injectable()
export class SetRawLogService {
  constructor(
    private readonly logs: RawLogRepository,
    private readonly terminals: TerminalRepository,
    private readonly terminalQueries: TerminalQueries,
    private readonly decisions: TerminalDecisions,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Switches a terminal's raw log on for a while, or off, on record; logs long ended are dropped. */
  set(
    scope: AccessScope,
    terminalId: TerminalId,
    { isOn, minutes }: SetRawLogRequest,
  ): Promise<TerminalEntity> {
    return this.unitOfWork.run(async (tx) => {
      await this.terminalQueries.get(scope, terminalId, tx);
      const now = this.clock.now();
      const terminal = (await this.terminals.lock(tx, terminalId))!;
      const others = (await this.logs.logged(tx, now)).filter(({ id }) => id !== terminalId);
      if (isOn && others.length >= MAX_LOGGED) {
        const details = { limit: MAX_LOGGED, phones: others.map(({ phone }) => phone) };
        throw new DomainError('RAW_LOGS_FULL', 'Too many terminals are logged already', details);
      }
      await this.logs.dropEndedBefore(tx, addMinutes(now, -READABLE_DAYS * 24 * 60));
      terminal.rawLogUntil = isOn ? addMinutes(now, minutes) : now;
      return this.decisions.record(tx, scope, terminal, {
        kind: isOn ? 'raw_log_on' : 'raw_log_off',
        state: terminal.state,
        vehicleId: terminal.vehicleId,
        reason: isOn ? `its bytes are kept for ${minutes} min` : 'its bytes are no longer kept',
      });
    });
  }

  /** Newest first; one piece more than the page holds, for `toPage`. */
  async read(
    scope: AccessScope,
    terminalId: TerminalId,
    query: PageQuery,
  ): Promise<TerminalBytesEntity[]> {
    await this.terminalQueries.get(scope, terminalId);
    const { reads } = this.unitOfWork;
    return this.logs.list(reads, terminalId, query, readInstantCursor(query));
  }
}
