import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFleet1795000003000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE enterprise (
        id            uuid PRIMARY KEY,
        name          text NOT NULL UNIQUE,
        short_name    text NOT NULL,
        district      text NOT NULL,
        mode          text NOT NULL,
        credit_grade  text,
        is_barred     boolean NOT NULL DEFAULT false,
        created_at    timestamptz NOT NULL,
        version       integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`
      CREATE TABLE plant (
        id             uuid PRIMARY KEY,
        enterprise_id  uuid NOT NULL,
        name           text NOT NULL,
        position       geography(Point, 4326) NOT NULL,
        fence_radius_m integer NOT NULL,
        licence_no     text,
        created_at     timestamptz NOT NULL,
        version        integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`CREATE INDEX plant_enterprise ON plant (enterprise_id)`);
    await queryRunner.query(`
      CREATE TABLE plant_range (
        id              uuid PRIMARY KEY,
        plant_id        uuid NOT NULL,
        radius_m        integer,
        area            geography(Polygon, 4326),
        measure         text NOT NULL,
        effective_from  timestamptz NOT NULL,
        decided_by      uuid NOT NULL,
        decided_at      timestamptz NOT NULL,
        reason          text NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX plant_range_plant ON plant_range (plant_id, effective_from)`,
    );
    await queryRunner.query(`
      CREATE TABLE vehicle (
        id                   uuid PRIMARY KEY,
        kind                 text NOT NULL,
        plate_no             text,
        plate_color          text,
        equipment_no         text UNIQUE,
        fleet_no             text,
        owner_name           text,
        owner_enterprise_id  uuid,
        is_provisional       boolean NOT NULL DEFAULT false,
        drum_capacity_m3     double precision,
        boom_length_m        double precision,
        emission_class       text,
        tare_kg              integer,
        created_at           timestamptz NOT NULL,
        version              integer NOT NULL DEFAULT 1,
        CONSTRAINT vehicle_plate UNIQUE (plate_no, plate_color)
      )`);
    await queryRunner.query(`CREATE INDEX vehicle_owner ON vehicle (owner_enterprise_id)`);
    await queryRunner.query(`
      CREATE TABLE terminal (
        id                uuid PRIMARY KEY,
        phone             text NOT NULL UNIQUE,
        terminal_no       text,
        manufacturer      text,
        model             text,
        protocol_version  text,
        plate_sent        text,
        plate_color_sent  text,
        vehicle_id        uuid,
        auth_code         text NOT NULL,
        state             text NOT NULL,
        first_seen_at     timestamptz NOT NULL,
        last_seen_at      timestamptz NOT NULL,
        version           integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`CREATE INDEX terminal_vehicle ON terminal (vehicle_id)`);
    await queryRunner.query(`
      CREATE TABLE terminal_decision (
        id               uuid PRIMARY KEY,
        terminal_id      uuid NOT NULL,
        kind             text NOT NULL,
        from_vehicle_id  uuid,
        to_vehicle_id    uuid,
        from_state       text NOT NULL,
        to_state         text NOT NULL,
        reason           text NOT NULL,
        decided_by       uuid NOT NULL,
        decided_at       timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX terminal_decision_terminal ON terminal_decision (terminal_id, decided_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE driver (
        id             uuid PRIMARY KEY,
        enterprise_id  uuid NOT NULL,
        name           text NOT NULL,
        phone          text NOT NULL,
        licence_class  text NOT NULL,
        created_at     timestamptz NOT NULL,
        version        integer NOT NULL DEFAULT 1,
        CONSTRAINT driver_phone UNIQUE (enterprise_id, phone)
      )`);
    await queryRunner.query(`
      CREATE TABLE use_agreement (
        id             uuid PRIMARY KEY,
        vehicle_id     uuid NOT NULL,
        enterprise_id  uuid NOT NULL,
        kind           text NOT NULL,
        valid_from     timestamptz NOT NULL,
        valid_to       timestamptz,
        decided_by     uuid NOT NULL,
        decided_at     timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX use_agreement_vehicle ON use_agreement (vehicle_id)`);
    await queryRunner.query(
      `CREATE INDEX use_agreement_enterprise ON use_agreement (enterprise_id)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE use_agreement, driver, terminal_decision, terminal, vehicle, plant_range, plant,
         enterprise`,
    );
  }
}
