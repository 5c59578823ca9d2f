import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEY = `
        key            text NOT NULL,
        kind           text NOT NULL,
        plant_id       uuid,
        site_id        uuid,
        placing_method text,
        hour           smallint,`;

/** Finished trips are observed, durations learnt from them, and people decide otherwise. */
export class LearnDurations1797200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE observed_trip (
        trip_id               uuid PRIMARY KEY,
        trip_version          integer NOT NULL,
        enterprise_id         uuid NOT NULL,
        order_id              uuid NOT NULL,
        load_id               uuid NOT NULL,
        plant_id              uuid NOT NULL,
        site_id               uuid NOT NULL,
        operating_on          date NOT NULL,
        placing_method        text NOT NULL,
        load_kind             text NOT NULL,
        batched_m3            double precision NOT NULL,
        discharged_m3         double precision NOT NULL,
        line_rate_m3_per_hour double precision,
        due_at                timestamptz NOT NULL,
        load_start_at         timestamptz,
        left_plant_at         timestamptz,
        arrived_at            timestamptz,
        place_free_at         timestamptz,
        unload_start_at       timestamptz,
        unload_end_at         timestamptz NOT NULL,
        is_diverted           boolean NOT NULL,
        road_min              double precision,
        road_km               double precision,
        road_source           text,
        driven_km             double precision,
        observed_at           timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX observed_trip_enterprise ON observed_trip (enterprise_id, unload_end_at)`,
    );
    await queryRunner.query(
      `CREATE INDEX observed_trip_day ON observed_trip (enterprise_id, operating_on)`,
    );
    await queryRunner.query(`
      CREATE TABLE duration_learning (
        id            uuid PRIMARY KEY,
        enterprise_id uuid NOT NULL,
        learnt_at     timestamptz NOT NULL,
        asked_by      uuid NOT NULL,
        since         timestamptz NOT NULL,
        trips         integer NOT NULL,
        changed       integer NOT NULL,
        quantile_pct  double precision NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX duration_learning_enterprise ON duration_learning (enterprise_id, learnt_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE learnt_duration (
        id             uuid PRIMARY KEY,
        learning_id    uuid NOT NULL,
        enterprise_id  uuid NOT NULL,${KEY}
        value          double precision NOT NULL,
        sample_count   integer NOT NULL,
        learnt_at      timestamptz NOT NULL,
        superseded_at  timestamptz
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX learnt_duration_in_force ON learnt_duration (enterprise_id, key)
       WHERE superseded_at IS NULL`,
    );
    await queryRunner.query(`
      CREATE TABLE duration_decision (
        id             uuid PRIMARY KEY,
        enterprise_id  uuid NOT NULL,${KEY}
        version        integer NOT NULL,
        value          double precision,
        until_at       timestamptz,
        reason         text NOT NULL,
        decided_by     uuid NOT NULL,
        by_name        text NOT NULL,
        decided_at     timestamptz NOT NULL,
        CONSTRAINT duration_decision_version UNIQUE (enterprise_id, key, version)
      )`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON duration_decision
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON duration_decision
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE duration_decision, learnt_duration, duration_learning, observed_trip`,
    );
  }
}
