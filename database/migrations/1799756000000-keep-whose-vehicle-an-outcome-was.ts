import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The owner at an instant: from whom the first transfer after it took the vehicle, else who owns it. */
const OWNER_THEN = `coalesce(
  (SELECT moved.from_enterprise_id
   FROM vehicle_transfer moved
   JOIN vehicle_transfer_step step ON step.transfer_id = moved.id AND step.to_state = 'approved'
   WHERE moved.vehicle_id = v.id AND step.decided_at > outcome.decided_at
   ORDER BY step.decided_at LIMIT 1),
  v.owner_enterprise_id)`;

/** What came of a question stays with the enterprises of then: a later owner reads nothing of it. */
export class KeepWhoseVehicleAnOutcomeWas1799756000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE roadside_outcome
        ADD COLUMN enterprise_id uuid,
        ADD COLUMN owner_enterprise_id uuid`);
    // The new columns are no part of what the rows of before were sealed under.
    await queryRunner.query(`ALTER TABLE roadside_outcome DISABLE TRIGGER only_added`);
    await queryRunner.query(`
      UPDATE roadside_outcome SET owner_enterprise_id = known.owner,
        enterprise_id = coalesce(known.on_trip_for, known.owner, known.used_by)
      FROM (
        SELECT outcome.id, ${OWNER_THEN} AS owner,
          (SELECT trip.enterprise_id FROM trip
           WHERE trip.vehicle_id = v.id AND trip.started_at <= outcome.decided_at
             AND coalesce(trip.ended_at > outcome.decided_at, true)
           ORDER BY trip.started_at DESC LIMIT 1) AS on_trip_for,
          (SELECT use.enterprise_id FROM use_agreement use
           WHERE use.vehicle_id = v.id AND use.kind <> 'own'
             AND use.valid_from <= outcome.decided_at
             AND coalesce(least(use.valid_to, use.ended_at) > outcome.decided_at, true)
           ORDER BY use.valid_from LIMIT 1) AS used_by
        FROM roadside_outcome outcome JOIN vehicle v ON v.id = outcome.vehicle_id) known
      WHERE known.id = roadside_outcome.id`);
    await queryRunner.query(`ALTER TABLE roadside_outcome ENABLE TRIGGER only_added`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE roadside_outcome DROP COLUMN owner_enterprise_id, DROP COLUMN enterprise_id`);
  }
}
