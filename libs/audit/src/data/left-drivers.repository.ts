import type { DriverId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FORGOTTEN, type LeftDriverSource } from '../rules/kept-kinds.js';

/** A file of somebody who left. */
export interface LeftPaper {
  readonly id: string;
  readonly fileName: string;
}

/** A row that goes with the name of who left. */
export interface LeftRow {
  readonly source: Exclude<LeftDriverSource, 'registration_document'>;
  readonly id: string;
}

/** Who left before that. */
export interface LeftBefore {
  /** Calendar day: their last one is an earlier one. */
  readonly before: string;
  /** Their leaving was entered earlier, whatever day they are said to have left on. */
  readonly enteredBefore: Date;
}

/** The words of a reason with a name taken out of them. */
const WITHOUT_NAME = (reason: string, name: string): string =>
  `jsonb_set(
     jsonb_set(${reason}, '{compared,driverName}', to_jsonb('${FORGOTTEN}'::text), false),
     '{sentence}',
     (SELECT jsonb_object_agg(word.key, replace(word.value, ${name}, '${FORGOTTEN}'))
      FROM jsonb_each_text(${reason} -> 'sentence') word))`;

/** A list of reasons that are all about one driver, with his name taken out of them. */
const REASONS_WITHOUT_NAME = (reasons: string): string =>
  `(SELECT coalesce(jsonb_agg(CASE WHEN reason -> 'compared' ->> 'driverName' IS NULL THEN reason
      ELSE ${WITHOUT_NAME('reason', `reason -> 'compared' ->> 'driverName'`)} END ORDER BY place), '[]')
    FROM jsonb_array_elements(${reasons}) WITH ORDINALITY AS told(reason, place))`;

/** A row of a first round as it is kept, without the name of the driver that it is about. */
const ROW_WITHOUT_NAME = `
  CASE WHEN item ->> 'driverId' = $1::text THEN item || jsonb_build_object(
    'driverName', '${FORGOTTEN}', 'reasons', ${REASONS_WITHOUT_NAME(`item -> 'reasons'`)})
  ELSE item END`;

/**
 * Where the name of an alert's driver stands in its reasons, of an assignment's in its warnings, or of
 * whom a first round names in its rows. Tickets keep it: they are what both sides of a delivery have signed.
 */
const FORGET_IN_WORDS = [
  `UPDATE alert SET reasons = ${REASONS_WITHOUT_NAME('reasons')}
   WHERE driver_id = $1
     AND jsonb_path_exists(reasons, '$[*].compared.driverName ? (@.type() == "string")')`,
  `UPDATE assignment SET warnings = (
     SELECT jsonb_agg(jsonb_set(warning, '{message}',
       to_jsonb(replace(warning ->> 'message', $2, '${FORGOTTEN}'))) ORDER BY place)
     FROM jsonb_array_elements(warnings) WITH ORDINALITY AS told(warning, place))
   WHERE driver_id = $1 AND strpos(warnings::text, $2) > 0`,
  `UPDATE call_in_check SET items = (
     SELECT jsonb_agg(CASE WHEN item -> 'replacement' ->> 'driverId' = $1::text
       THEN jsonb_set(${ROW_WITHOUT_NAME}, '{replacement,driverName}', to_jsonb('${FORGOTTEN}'::text))
       ELSE ${ROW_WITHOUT_NAME} END ORDER BY nth)
     FROM jsonb_array_elements(items) WITH ORDINALITY AS listed(item, nth))
   WHERE items @> jsonb_build_array(jsonb_build_object('driverId', $1::text))
     OR items @> jsonb_build_array(
       jsonb_build_object('replacement', jsonb_build_object('driverId', $1::text)))`,
] as const;

/** Drivers who left long enough ago, and what is kept of them, whichever slice it is of. */
@Injectable()
export class LeftDrivers {
  papers(
    manager: EntityManager,
    { before, enteredBefore }: LeftBefore,
    limit: number,
  ): Promise<LeftPaper[]> {
    return manager.query(
      `SELECT p.id, p.file_name AS "fileName" FROM document p
       JOIN driver d ON d.id = p.subject_id AND p.subject = 'driver'
       WHERE d.left_on < $1 AND d.left_at < $2 ORDER BY p.id LIMIT $3`,
      [before, enteredBefore, limit],
    );
  }

  async removePapers(tx: EntityManager, papers: readonly LeftPaper[]): Promise<void> {
    await tx.query(`DELETE FROM document WHERE id = ANY($1)`, [papers.map(({ id }) => id)]);
  }

  /** Those of them who are still known by name. */
  async named(
    manager: EntityManager,
    { before, enteredBefore }: LeftBefore,
    limit: number,
  ): Promise<DriverId[]> {
    const rows: { id: DriverId }[] = await manager.query(
      `SELECT id FROM driver
       WHERE left_on < $1 AND left_at < $2 AND forgotten_at IS NULL ORDER BY id LIMIT $3`,
      [before, enteredBefore, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** What he is called, and was called before it was corrected. */
  async namesOf(tx: EntityManager, id: DriverId): Promise<string[]> {
    const rows: { name: string }[] = await tx.query(
      `SELECT name FROM driver WHERE id = $1
       UNION SELECT before ->> 'name' FROM driver_decision WHERE driver_id = $1 AND before ? 'name'
       ORDER BY 1 DESC`,
      [id],
    );
    return rows.map(({ name }) => name);
  }

  /**
   * What goes with his name, for it names him or says why: corrections, names asked for, and results that were withdrawn
   * with their withdrawals, so that none counts again.
   */
  namingHim(tx: EntityManager, id: DriverId): Promise<LeftRow[]> {
    return tx.query(
      `SELECT 'driver_decision' AS source, id FROM driver_decision WHERE driver_id = $1
       UNION ALL
       SELECT 'driver_name_step', id FROM driver_name_step WHERE driver_id = $1
       UNION ALL
       SELECT 'training_withdrawal', gone.id FROM training_withdrawal gone
       JOIN training_result result ON result.id = gone.result_id WHERE result.driver_id = $1
       UNION ALL
       SELECT 'training_result', result.id FROM training_withdrawal gone
       JOIN training_result result ON result.id = gone.result_id WHERE result.driver_id = $1
       ORDER BY 1, 2`,
      [id],
    );
  }

  async remove(tx: EntityManager, { source, id }: LeftRow): Promise<void> {
    await tx.query(`DELETE FROM ${source} WHERE id = $1`, [id]);
  }

  /** What he did stays, and names nobody. */
  async forgetName(
    tx: EntityManager,
    id: DriverId,
    names: readonly string[],
    at: Date,
  ): Promise<void> {
    await tx.query(`SELECT 1 FROM driver WHERE id = $1 FOR UPDATE`, [id]);
    const [inAlerts, inAssignments, inCallIns] = FORGET_IN_WORDS;
    await tx.query(inAlerts, [id]);
    for (const name of names) await tx.query(inAssignments, [id, name]);
    await tx.query(inCallIns, [id]);
    await tx.query(`DELETE FROM driver_name_request WHERE driver_id = $1`, [id]);
    await tx.query(`UPDATE app_user SET display_name = $2 WHERE driver_id = $1`, [id, FORGOTTEN]);
    await tx.query(
      `UPDATE driver SET name = $2, phone = $2, forgotten_at = $3, version = version + 1
       WHERE id = $1`,
      [id, FORGOTTEN, at],
    );
  }
}
