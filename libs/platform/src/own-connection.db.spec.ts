import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import type { OwnConnection } from './own-connection.js';
import { UnitOfWork } from './unit-of-work.js';

describe('a connection of its own', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let own: OwnConnection;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [], { now: () => new Date() });
    own = module.get(UnitOfWork).ownConnection();
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const ask = async (): Promise<unknown> => (await own.manager.query(`SELECT 1 AS one`))[0];

  it('stays open between two statements', async () => {
    await ask();
    const { queryRunner } = own.manager;
    await ask();

    expect(own.manager.queryRunner).toBe(queryRunner);
    expect(queryRunner?.isReleased).toBe(false);
  });

  it('is opened anew when it was lost', async () => {
    await ask();
    await own.manager.queryRunner!.release();

    expect(await ask()).toEqual({ one: 1 });
  });
});
