import { newId } from '@tongyun/kernel';
import { openTestDatabase, type TestDatabase } from '../test/support/test-database.js';
import { NameDriversByIdInPlans1799780000000 } from './migrations/1799780000000-name-drivers-by-id-in-plans.js';

describe('plans that told of drivers by name', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  it('tell of them by id, and of all else as before', async () => {
    const runner = database.dataSource.createQueryRunner();
    const migration = new NameDriversByIdInPlans1799780000000();
    const [planId, one, other] = [newId(), newId(), newId()];
    const events = [
      { kind: 'truck_down', vehicleId: newId(), reason: '张三说爆胎' },
      { kind: 'driver_refused', driverId: one, reason: '张三', codes: ['no_pass'] },
      { kind: 'driver_came', driverId: other, reason: '张三丰' },
    ];
    const content = JSON.stringify({ loads: [], events });
    const note = 'truck_down: 张三说爆胎\ndriver_refused: 张三 no_pass\ndriver_came: 张三丰';
    await migration.down(runner);
    await runner.query(
      `INSERT INTO day_plan_revision (plan_id, revision, kind, by_user, by_name, at, note, content)
       VALUES ($1, 1, 'event', $1, 'x', now(), $2, $3)`,
      [planId, note, content],
    );
    await runner.query(
      `INSERT INTO plan_offer (id, plan_id, base_revision, state, made_at, seed, worth_points, content,
         comparison) VALUES ($1, $1, 1, 'open', now(), 1, 1, $2, '{}')`,
      [planId, content],
    );

    await migration.up(runner);

    const told = {
      events: events.map((event, at) => (at === 0 ? event : { ...event, reason: '' })),
    };
    expect(await runner.query(`SELECT note, content FROM day_plan_revision`)).toEqual([
      {
        note: `truck_down: 张三说爆胎\ndriver_refused: ${one} no_pass\ndriver_came: ${other}`,
        content: { loads: [], ...told },
      },
    ]);
    expect(await runner.query(`SELECT content FROM plan_offer`)).toEqual([
      { content: { loads: [], ...told } },
    ]);
    await runner.release();
  });
});
