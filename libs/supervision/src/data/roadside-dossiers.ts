import type { PlateColor } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DossierRow } from './dossier-rows.js';

/** An assigned trip that has not started counts this long around its window, as for the judge. */
const NEAR_WINDOW_MIN = 120;

/** Reads the tables of the other slices in one statement, so that what it finds is of one instant. */
@Injectable()
export class RoadsideDossiers {
  /** Of every vehicle with this plate that the asker may see, entered ones first. */
  async find(
    manager: EntityManager,
    { enterpriseIds, district }: AccessScope,
    plateNo: string,
    color: PlateColor | null,
    at: Date,
  ): Promise<DossierRow[]> {
    const rows: { dossier: DossierRow }[] = await manager.query(
      `SELECT roadside_dossier($1, $2, $3, $4, $5, $6) AS dossier`,
      [
        plateNo,
        color,
        at,
        NEAR_WINDOW_MIN,
        enterpriseIds === 'all' ? null : enterpriseIds,
        district,
      ],
    );
    return rows.map(({ dossier }) => dossier);
  }
}
