import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Puts questions on record, each with its purpose; the badge is the one named, else the officer's in the accounts' table. */
const KEEP = `
  CREATE OR REPLACE FUNCTION keep_roadside_checks(checks jsonb) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO roadside_check (id, plate_no, plate_color, vehicle_id, lng, lat, accuracy_m,
      judged_for, verdict, reasons, asked_by, agency, asked_at, purpose, purpose_note, badge_no)
    SELECT asked.id, asked."plateNo", asked."plateColor", asked."vehicleId", asked.lng, asked.lat,
      asked."accuracyM", asked."judgedFor", asked.verdict, asked.reasons, asked."askedBy",
      asked.agency, asked."askedAt", asked.purpose, asked."purposeNote",
      coalesce(asked."badgeNo", officer.badge_no)
    FROM jsonb_to_recordset(checks) AS asked (id uuid, "plateNo" text, "plateColor" text,
      "vehicleId" uuid, lng float8, lat float8, "accuracyM" float8, "judgedFor" timestamptz,
      verdict text, reasons jsonb, "askedBy" uuid, agency text, "askedAt" timestamptz,
      purpose text, "purposeNote" text, "badgeNo" text)
    LEFT JOIN app_user officer ON officer.id = asked."askedBy";
  END $$`;

const KEEP_BEFORE = `
  CREATE OR REPLACE FUNCTION keep_roadside_checks(checks jsonb) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO roadside_check (id, plate_no, plate_color, vehicle_id, lng, lat, accuracy_m,
      judged_for, verdict, reasons, asked_by, agency, asked_at, badge_no)
    SELECT asked.*, officer.badge_no
    FROM jsonb_to_recordset(checks) AS asked (id uuid, "plateNo" text, "plateColor" text,
      "vehicleId" uuid, lng float8, lat float8, "accuracyM" float8, "judgedFor" timestamptz,
      verdict text, reasons jsonb, "askedBy" uuid, agency text, "askedAt" timestamptz)
    LEFT JOIN app_user officer ON officer.id = asked."askedBy";
  END $$`;

/** What an officer asks for at the roadside: kept with the question. */
export class AskForPurposes1797500000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE roadside_check ADD COLUMN purpose text, ADD COLUMN purpose_note text`,
    );
    await queryRunner.query(KEEP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(KEEP_BEFORE);
    await queryRunner.query(
      `ALTER TABLE roadside_check DROP COLUMN purpose, DROP COLUMN purpose_note`,
    );
  }
}
