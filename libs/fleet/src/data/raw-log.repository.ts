import type { PageQuery } from '@tongyun/contracts';
import type { TerminalId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { TerminalEntity } from './terminal.entity.js';
import { TerminalBytesEntity } from './terminal-bytes.entity.js';

/** The raw logs of terminals, each no longer than its newest pieces. */
@Injectable()
export class RawLogRepository {
  logged(manager: EntityManager, now: Date): Promise<TerminalEntity[]> {
    return manager.find(TerminalEntity, { where: { rawLogUntil: MoreThan(now) } });
  }

  async insert(manager: EntityManager, pieces: readonly TerminalBytesEntity[]): Promise<void> {
    await manager.insert(TerminalBytesEntity, [...pieces]);
  }

  /** Drops what is older than the newest `kept` pieces of a terminal; the oldest that is left counts it. */
  async trim(manager: EntityManager, terminalId: TerminalId, kept: number): Promise<void> {
    await manager.query(
      `WITH newest_dropped AS (
         SELECT at, id FROM terminal_bytes WHERE terminal_id = $1
         ORDER BY at DESC, id DESC OFFSET $2 LIMIT 1),
       dropped AS (
         DELETE FROM terminal_bytes USING newest_dropped
         WHERE terminal_bytes.terminal_id = $1
           AND (terminal_bytes.at, terminal_bytes.id) <= (newest_dropped.at, newest_dropped.id)
         RETURNING terminal_bytes.dropped_before)
       UPDATE terminal_bytes
       SET dropped_before = dropped_before + (SELECT sum(1 + dropped.dropped_before) FROM dropped)
       WHERE id = (
         SELECT piece.id FROM terminal_bytes piece, newest_dropped
         WHERE piece.terminal_id = $1 AND (piece.at, piece.id) > (newest_dropped.at, newest_dropped.id)
         ORDER BY piece.at, piece.id LIMIT 1)`,
      [terminalId, kept],
    );
  }

  /** Drops the logs that ended before then. */
  async dropEndedBefore(manager: EntityManager, then: Date): Promise<void> {
    await manager.query(
      `DELETE FROM terminal_bytes USING terminal
       WHERE terminal.id = terminal_bytes.terminal_id AND terminal.raw_log_until < $1`,
      [then],
    );
  }

  /** Newest first, after the cursor. */
  list(
    manager: EntityManager,
    terminalId: TerminalId,
    { limit }: PageQuery,
    after: CursorKey | null,
  ): Promise<TerminalBytesEntity[]> {
    const rows = manager
      .createQueryBuilder(TerminalBytesEntity, 'piece')
      .where('piece.terminalId = :terminalId', { terminalId });
    if (after) rows.andWhere('(piece.at, piece.id) < (:key, :id)', after);
    return rows
      .orderBy({ 'piece.at': 'DESC', 'piece.id': 'DESC' })
      .limit(limit + 1)
      .getMany();
  }
}
