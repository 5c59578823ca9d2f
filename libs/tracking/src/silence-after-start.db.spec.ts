import type { VehicleId } from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { buildWorks } from '../../../test/support/concrete-works.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { SHARD_COUNT } from './rules/shard.js';

const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`);

describe('the silence of vehicles, after the product was away', () => {
  let database: TestDatabase;
  let now = at('08:00');

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(async () => {
    await database?.close();
  });

  const start = () =>
    openTestModule(database, [RoutingModule.with({}), JudgingModule], { now: () => now });

  async function isSilent(vehicleId: VehicleId): Promise<boolean> {
    const [row]: { silent: boolean }[] = await database.dataSource.query(
      `SELECT state -> 'silence' -> 'isSilent' AS silent FROM vehicle_track WHERE vehicle_id = $1`,
      [vehicleId],
    );
    return row!.silent;
  }

  it('is told of once they had time to be heard again, and not at the start', async () => {
    const { id: vehicleId } = await (await buildWorks(database.dataSource.manager)).addMixer();
    const before = await start();
    await before
      .get(FixDoor, { strict: false })
      .store([anIncomingFix({ vehicleId, at: now, receivedAt: now })]);
    await before.get(JudgeBatchService, { strict: false }).judgeNext(ALL_SHARDS);
    await before.close();

    const seen: boolean[] = [];
    now = at('09:00');
    const after = await start();
    for (const clock of ['09:00', '09:09', '09:10']) {
      now = at(clock);
      await after.get(JudgeBatchService, { strict: false }).judgeNext(ALL_SHARDS);
      seen.push(await isSilent(vehicleId));
    }
    await after.close();

    expect(seen).toEqual([false, false, true]);
  });
});
