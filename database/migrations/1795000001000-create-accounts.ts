import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccounts1795000001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE app_user (
        id                    uuid PRIMARY KEY,
        username              text UNIQUE,
        password_hash         text,
        display_name          text NOT NULL,
        roles                 text[] NOT NULL,
        enterprise_id         uuid,
        district              text,
        agency                text,
        badge_no              text,
        driver_id             uuid UNIQUE,
        is_disabled           boolean NOT NULL DEFAULT false,
        must_change_password  boolean NOT NULL DEFAULT false,
        created_at            timestamptz NOT NULL,
        version               integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`
      CREATE TABLE refresh_token (
        id           uuid PRIMARY KEY,
        family_id    uuid NOT NULL,
        user_id      uuid NOT NULL,
        token_hash   text NOT NULL UNIQUE,
        device_name  text,
        issued_at    timestamptz NOT NULL,
        expires_at   timestamptz NOT NULL,
        replaced_at  timestamptz,
        revoked_at   timestamptz
      )`);
    await queryRunner.query(`CREATE INDEX refresh_token_family ON refresh_token (family_id)`);
    await queryRunner.query(`
      CREATE TABLE user_decision (
        id          uuid PRIMARY KEY,
        user_id     uuid NOT NULL,
        kind        text NOT NULL,
        reason      text,
        decided_by  uuid NOT NULL,
        decided_at  timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX user_decision_user ON user_decision (user_id, decided_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE device_code (
        id          uuid PRIMARY KEY,
        code_hash   text NOT NULL UNIQUE,
        driver_id   uuid NOT NULL,
        issued_by   uuid NOT NULL,
        issued_at   timestamptz NOT NULL,
        expires_at  timestamptz NOT NULL,
        used_at     timestamptz
      )`);
    await queryRunner.query(`
      CREATE TABLE signing_key (
        id          uuid PRIMARY KEY,
        secret      text NOT NULL,
        created_at  timestamptz NOT NULL
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE signing_key, device_code, user_decision, refresh_token, app_user`,
    );
  }
}
