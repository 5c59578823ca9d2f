import type { PlateColor } from '@tongyun/contracts';
import { type AccessScope, addMinutes } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RECENT_VIOLATION_DAYS } from '../rules/recent-violations.js';
import type { DossierRow } from './dossier-rows.js';

/** An assigned trip that has not started counts this long around its window, as for the judge. */
const NEAR_WINDOW_MIN = 120;
const DAY_MIN = 24 * 60;

/** What an officer wants to know of whom, within his own scope. */
export interface DossierQuestion {
  readonly scope: AccessScope;
  /** Null where it is asked about by its equipment number. */
  readonly plateNo: string | null;
  readonly equipmentNo: string | null;
  readonly color: PlateColor | null;
  readonly at: Date;
}

/** Reads the tables of the other slices in one statement, so that what it finds is of one instant. */
@Injectable()
export class RoadsideDossiers {
  /** For each question those of every vehicle with its plate that its asker may see, entered ones first. */
  async find(
    manager: EntityManager,
    questions: readonly DossierQuestion[],
  ): Promise<DossierRow[][]> {
    const rows: { nth: number; dossier: DossierRow }[] = await manager.query(
      `SELECT nth, dossier FROM roadside_dossiers($1, $2)`,
      [JSON.stringify(questions.map(toAsked)), NEAR_WINDOW_MIN],
    );
    const found = questions.map((): DossierRow[] => []);
    for (const { nth, dossier } of rows) found[nth]!.push(dossier);
    return found;
  }
}

const toAsked = ({ scope, plateNo, equipmentNo, color, at }: DossierQuestion, nth: number) => ({
  nth,
  plate: plateNo,
  equipment: equipmentNo,
  color,
  at,
  enterprises: scope.enterpriseIds === 'all' ? null : scope.enterpriseIds,
  district: scope.district,
  violations_since: addMinutes(at, -RECENT_VIOLATION_DAYS * DAY_MIN),
});
