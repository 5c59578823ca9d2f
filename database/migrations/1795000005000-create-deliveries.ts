import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDeliveries1795000005000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE site (
        id              uuid PRIMARY KEY,
        enterprise_id   uuid NOT NULL,
        name            text NOT NULL,
        project_name    text NOT NULL,
        contractor      text NOT NULL,
        position        geography(Point, 4326) NOT NULL,
        fence_radius_m  integer NOT NULL,
        contact_name    text,
        contact_phone   text,
        created_at      timestamptz NOT NULL,
        version         integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`CREATE INDEX site_enterprise ON site (enterprise_id)`);
    await queryRunner.query(`
      CREATE TABLE pour_order (
        id                uuid PRIMARY KEY,
        order_no          text NOT NULL,
        enterprise_id     uuid NOT NULL,
        plant_id          uuid NOT NULL,
        site_id           uuid NOT NULL,
        operating_on      date NOT NULL,
        grade             text NOT NULL,
        slump_mm          integer NOT NULL,
        placing_method    text NOT NULL,
        pour_location     text NOT NULL,
        planned_m3        double precision NOT NULL,
        rate_m3_per_hour  double precision NOT NULL,
        first_on_site_at  timestamptz NOT NULL,
        is_pump_needed    boolean NOT NULL,
        pump_reach_m      double precision,
        is_emergency      boolean NOT NULL DEFAULT false,
        state             text NOT NULL,
        created_by        uuid NOT NULL,
        created_at        timestamptz NOT NULL,
        version           integer NOT NULL DEFAULT 1,
        CONSTRAINT pour_order_number UNIQUE (enterprise_id, order_no)
      )`);
    await queryRunner.query(
      `CREATE INDEX pour_order_day ON pour_order (enterprise_id, operating_on)`,
    );
    await queryRunner.query(`
      CREATE TABLE load (
        id          uuid PRIMARY KEY,
        order_id    uuid NOT NULL,
        load_no     integer NOT NULL,
        kind        text NOT NULL,
        planned_m3  double precision NOT NULL,
        due_at      timestamptz NOT NULL,
        state       text NOT NULL,
        version     integer NOT NULL DEFAULT 1,
        CONSTRAINT load_number UNIQUE (order_id, load_no)
      )`);
    await queryRunner.query(`
      CREATE TABLE pump_job (
        id             uuid PRIMARY KEY,
        order_id       uuid NOT NULL,
        enterprise_id  uuid NOT NULL,
        state          text NOT NULL,
        ready_by_at    timestamptz NOT NULL,
        until_at       timestamptz NOT NULL,
        version        integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`CREATE INDEX pump_job_order ON pump_job (order_id)`);
    await queryRunner.query(`
      CREATE TABLE assignment (
        id                uuid PRIMARY KEY,
        enterprise_id     uuid NOT NULL,
        order_id          uuid NOT NULL,
        load_id           uuid,
        pump_job_id       uuid,
        plant_id          uuid NOT NULL,
        vehicle_id        uuid NOT NULL,
        driver_id         uuid NOT NULL,
        starts_at         timestamptz NOT NULL,
        ends_at           timestamptz NOT NULL,
        state             text NOT NULL,
        warnings          jsonb NOT NULL,
        override_reason   text,
        created_by        uuid NOT NULL,
        created_at        timestamptz NOT NULL,
        cancelled_reason  text,
        version           integer NOT NULL DEFAULT 1,
        CONSTRAINT assignment_one_job CHECK (num_nonnulls(load_id, pump_job_id) = 1),
        CONSTRAINT assignment_window_forward CHECK (starts_at < ends_at),
        CONSTRAINT assignment_vehicle_once EXCLUDE USING gist
          (vehicle_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (state = 'released') DEFERRABLE INITIALLY IMMEDIATE,
        CONSTRAINT assignment_driver_once EXCLUDE USING gist
          (driver_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (state = 'released') DEFERRABLE INITIALLY IMMEDIATE
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX assignment_load_once ON assignment (load_id) WHERE state = 'released'`,
    );
    await queryRunner.query(`CREATE INDEX assignment_order ON assignment (order_id)`);
    await queryRunner.query(`
      CREATE TABLE trip (
        id               uuid PRIMARY KEY,
        assignment_id    uuid NOT NULL UNIQUE,
        enterprise_id    uuid NOT NULL,
        order_id         uuid NOT NULL,
        load_id          uuid NOT NULL,
        plant_id         uuid NOT NULL,
        site_id          uuid NOT NULL,
        vehicle_id       uuid NOT NULL,
        driver_id        uuid NOT NULL,
        stage            text NOT NULL,
        planned_m3       double precision NOT NULL,
        batched_m3       double precision,
        batched_plant_id uuid,
        batched_at       timestamptz,
        assigned_at      timestamptz NOT NULL,
        accepted_at      timestamptz,
        load_start_at    timestamptz,
        left_plant_at    timestamptz,
        arrived_at       timestamptz,
        unload_start_at  timestamptz,
        unload_end_at    timestamptz,
        wash_start_at    timestamptz,
        back_at          timestamptz,
        stage_evidence   jsonb NOT NULL,
        end_reason       text,
        started_at       timestamptz,
        ended_at         timestamptz,
        version          integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX trip_open_vehicle ON trip (vehicle_id)
        WHERE started_at IS NOT NULL AND ended_at IS NULL`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX trip_open_driver ON trip (driver_id)
        WHERE started_at IS NOT NULL AND ended_at IS NULL`);
    await queryRunner.query(`CREATE INDEX trip_order ON trip (order_id)`);
    await queryRunner.query(
      `CREATE INDEX trip_live ON trip (enterprise_id) WHERE ended_at IS NULL`,
    );
    await queryRunner.query(`
      CREATE TABLE stage_claim (
        id           uuid PRIMARY KEY,
        trip_id      uuid NOT NULL,
        driver_id    uuid,
        claimed_by   uuid NOT NULL,
        stage        text NOT NULL,
        claimed_at   timestamptz NOT NULL,
        received_at  timestamptz NOT NULL,
        evidence     text NOT NULL,
        outcome      text NOT NULL,
        reason       text
      )`);
    await queryRunner.query(`CREATE INDEX stage_claim_trip ON stage_claim (trip_id)`);
    await queryRunner.query(`
      CREATE TABLE batch_record (
        id           uuid PRIMARY KEY,
        trip_id      uuid NOT NULL,
        vehicle_id   uuid NOT NULL,
        plant_id     uuid NOT NULL,
        grade        text NOT NULL,
        batched_m3   double precision NOT NULL,
        batched_at   timestamptz NOT NULL,
        recorded_by  uuid NOT NULL,
        recorded_at  timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX batch_record_trip ON batch_record (trip_id)`);
    await queryRunner.query(`
      CREATE TABLE duty (
        id             uuid PRIMARY KEY,
        enterprise_id  uuid NOT NULL,
        driver_id      uuid NOT NULL,
        vehicle_id     uuid NOT NULL,
        state          text NOT NULL,
        clock_in_at    timestamptz NOT NULL,
        clock_out_at   timestamptz,
        version        integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX duty_open_driver ON duty (driver_id) WHERE clock_out_at IS NULL`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX duty_open_vehicle ON duty (vehicle_id) WHERE clock_out_at IS NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE duty, batch_record, stage_claim, trip, assignment, pump_job, load, pour_order, site`,
    );
  }
}
