import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoadsideCheckEntity } from './roadside-check.entity.js';

/** A question as it is put on record; the officer's badge is looked up in writing it. */
export type AskedCheck = Omit<RoadsideCheckEntity, 'badgeNo'>;

/** The badge is read from the accounts' table. */
const INSERT = `
  INSERT INTO roadside_check (id, plate_no, plate_color, vehicle_id, lng, lat, accuracy_m,
    judged_for, verdict, reasons, asked_by, agency, asked_at, badge_no)
  SELECT asked.*, officer.badge_no
  FROM jsonb_to_recordset($1::jsonb) AS asked (id uuid, "plateNo" text, "plateColor" text,
    "vehicleId" uuid, lng float8, lat float8, "accuracyM" float8, "judgedFor" timestamptz,
    verdict text, reasons jsonb, "askedBy" uuid, agency text, "askedAt" timestamptz)
  LEFT JOIN app_user officer ON officer.id = asked."askedBy"`;

/** The questions on record; nothing here changes or removes a row. */
@Injectable()
export class RoadsideCheckRepository {
  async insert(manager: EntityManager, checks: readonly AskedCheck[]): Promise<void> {
    await manager.query(INSERT, [JSON.stringify(checks)]);
  }
}
