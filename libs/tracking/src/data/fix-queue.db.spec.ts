import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { SHARD_COUNT } from '../rules/shard.js';
import { StoredFixes } from '../stored-fixes.js';
import { FixQueue, MOST_BATCHES } from './fix-queue.repository.js';

describe('the queue of fixes', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  it('ends what it takes before the first batch that it leaves, however many wait', async () => {
    const { manager } = database.dataSource;
    await manager.query(
      `INSERT INTO fix_waiting (first_arrival, shard_group, last_arrival, first_at, last_at, fixes)
       SELECT n, 0, n, now(), now(), 1 FROM generate_series(1, $1::int) AS n`,
      [MOST_BATCHES + 5],
    );
    const shards = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);

    const taken = await new FixQueue(new StoredFixes()).next(manager, {
      shards,
      limit: 5_000,
      setAside: [],
    });

    expect(taken.batches).toHaveLength(MOST_BATCHES);
    expect(taken.endArrival).toBe(MOST_BATCHES + 1);
  });
});
