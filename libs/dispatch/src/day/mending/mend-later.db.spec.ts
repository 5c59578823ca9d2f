import type { DeliveryEvents } from '@tongyun/deliveries';
import { addSeconds } from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import type { TestingModule } from '@nestjs/testing';
import { buildWorks } from '../../../../../test/support/concrete-works.js';
import { openDayPlans } from '../../../../../test/support/open-day-plans.js';
import { storePlan } from '../../../../../test/support/store-plan.js';
import { openTestDatabase, type TestDatabase } from '../../../../../test/support/test-database.js';
import { until } from '../../../../../test/support/until.js';
import { DayPlanRevisionEntity, PlanMendEntity } from '../../data/index.js';
import { MendLater, type Mending, NotYet } from './mend-later.js';

interface SpecEvents {
  'spec.happened': { readonly what: string };
}
type Happened = Mending<SpecEvents['spec.happened']>;

const MORNING = new Date('2026-11-24T00:00:00Z');

/** From then on it writes down what it hears, and mends nothing. */
const dieAtOnce = (process: TestingModule) => process.get(MendLater).beforeApplicationShutdown();

const happen = (process: TestingModule, what: string) =>
  process.get(UnitOfWork).run((tx) =>
    process.get(Outbox).publish<SpecEvents>(tx, {
      name: 'spec.happened',
      orderingKey: what,
      payload: { what },
    }),
  );

/** What begins with the same word is about the same. */
const byWord: Happened['gather'] = async (_, { what }) =>
  what.startsWith('nothing') ? null : { about: what.split(' ')[0]!, quietSec: 60, withinSec: 600 };

/** Work that lasts until its process dies. */
function untilDeath(): { readonly work: Promise<void>; readonly die: () => void } {
  const death = new AbortController();
  const work = new Promise<void>((_, reject) => {
    death.signal.addEventListener('abort', () => reject(new Error('dead at work')));
  });
  return { work, die: () => death.abort() };
}

describe('what plans are to be mended around', () => {
  let database: TestDatabase;
  let now = MORNING;
  const processes: TestingModule[] = [];

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    now = MORNING;
    await database.dataSource.query('TRUNCATE plan_mend, lease, outbox_event, outbox_receipt');
  });
  afterEach(async () => {
    for (const one of processes.splice(0)) await one.close();
  });

  /** A process of the product; the first one relays events. */
  const begin = async (
    mend?: Happened['mend'],
    gather?: Happened['gather'],
  ): Promise<TestingModule> => {
    const relaysEvents = processes.length === 0;
    const begun = await openDayPlans(database, { now: () => now }, { relaysEvents });
    processes.push(begun);
    const mending = { name: 'spec.mends', event: 'spec.happened', ...(gather && { gather }) };
    if (mend) begun.get(MendLater).listen({ ...mending, mend });
    return begun;
  };
  const due = () => database.dataSource.getRepository(PlanMendEntity).count();
  const newestAbout = (about: string) =>
    database.dataSource.getRepository(PlanMendEntity).findOneBy({ about });
  const revisionsOf = (planId: string) =>
    database.dataSource
      .getRepository(DayPlanRevisionEntity)
      .find({ where: { planId }, order: { revision: 'ASC' } });

  it('is done by the next process when one dies before it begins', async () => {
    const first = await begin(() => Promise.reject(new Error('it is dead')));
    await dieAtOnce(first);
    await happen(first, 'a pump is late');
    await until(async () => (await due()) === 1);

    const heard: string[] = [];
    const second = await begin(async ({ what }) => heard.push(what));
    await second.get(MendLater).mendDue();
    await second.get(MendLater).mendDue();

    expect(heard).toEqual(['a pump is late']);
    expect(await due()).toBe(0);
  });

  it('is done by the next process when one dies at it, once its lease has run out', async () => {
    const { work, die } = untilDeath();
    let begun = 0;
    const first = await begin(() => {
      begun += 1;
      return work;
    });
    await happen(first, 'a pump is late');
    await until(() => begun === 1);
    const heard: string[] = [];
    const second = await begin(async ({ what }) => heard.push(what));

    await second.get(MendLater).mendDue();
    expect(heard).toEqual([]);

    now = addSeconds(now, 61);
    await second.get(MendLater).mendDue();
    expect(heard).toEqual(['a pump is late']);
    die();
    await dieAtOnce(first);
    expect([heard.length, await due()]).toEqual([1, 0]);
  });

  it('is not done again when its process dies after a mend that settled it', async () => {
    const { work, die } = untilDeath();
    const first = await begin(async (_, settle) => {
      await processes[0]!.get(UnitOfWork).run(settle);
      await work;
    });
    await happen(first, 'a share is given back');
    await until(async () => (await due()) === 0);
    const heard: string[] = [];
    const second = await begin(async ({ what }) => heard.push(what));

    now = addSeconds(now, 61);
    await second.get(MendLater).mendDue();

    die();
    await dieAtOnce(first);
    expect([heard, await due()]).toEqual([[], 0]);
  });

  it('is tried again later when it fails, and holds up nothing else', async () => {
    const heard: string[] = [];
    const process = await begin(async ({ what }) => {
      heard.push(what);
      if (what === 'no road' && heard.length < 3) throw new Error('no road is known');
    });
    await happen(process, 'no road');
    await happen(process, 'a pump is late');
    await until(async () => heard.length === 2 && (await due()) === 1);

    await process.get(MendLater).mendDue();
    expect(heard).toEqual(['no road', 'a pump is late']);

    now = addSeconds(now, 5);
    await process.get(MendLater).mendDue();
    expect(heard).toEqual(['no road', 'a pump is late', 'no road']);
    expect(await due()).toBe(0);
  });

  describe('what is gathered', () => {
    it('is done once for all about the same, when it has been quiet, and never for what is nothing', async () => {
      const heard: string[] = [];
      const process = await begin(async ({ what }) => heard.push(what), byWord);
      await happen(process, 'site ready');
      await happen(process, 'order one');
      await until(async () => (await due()) === 2);
      now = addSeconds(now, 40);
      await happen(process, 'nothing new');
      await happen(process, 'order two');
      await until(async () => (await newestAbout('order'))?.notedAt.getTime() === now.getTime());

      now = addSeconds(now, 20);
      await process.get(MendLater).mendDue();
      expect(heard).toEqual(['site ready']);

      now = addSeconds(now, 40);
      await process.get(MendLater).mendDue();
      await process.get(MendLater).mendDue();
      expect(heard).toEqual(['site ready', 'order two']);
      expect(await due()).toBe(0);
    });

    it('is done again for what is noted while it is done', async () => {
      const heard: string[] = [];
      const process = await begin(async ({ what }) => {
        heard.push(what);
        if (what !== 'order one') return;
        now = addSeconds(now, 1);
        await happen(process, 'order two');
        await until(async () => (await newestAbout('order'))!.notedAt >= now);
      }, byWord);
      await happen(process, 'order one');
      await until(async () => (await due()) === 1);

      now = addSeconds(now, 60);
      await process.get(MendLater).mendDue();
      expect(heard).toEqual(['order one']);

      now = addSeconds(now, 60);
      await process.get(MendLater).mendDue();
      expect(heard).toEqual(['order one', 'order two']);
    });

    it('waits for quiet no longer than it may since the first', async () => {
      const heard: string[] = [];
      const process = await begin(async ({ what }) => heard.push(what), byWord);
      for (let count = 0; count <= 13; count += 1) {
        await happen(process, `order ${count}`);
        await until(async () => (await newestAbout('order'))?.notedAt.getTime() === now.getTime());
        await process.get(MendLater).mendDue();
        expect(heard).toEqual([]);
        now = addSeconds(now, 45);
      }

      await process.get(MendLater).mendDue();
      expect(heard).toEqual(['order 13']);
    });

    it('waits for quiet again where more is noted while what waited too long is done', async () => {
      const heard: string[] = [];
      const process = await begin(async ({ what }) => {
        heard.push(what);
        if (what !== 'order two') return;
        await happen(process, 'order three');
        await until(async () => (await newestAbout('order'))!.notedAt >= now);
      }, byWord);
      await happen(process, 'order one');
      await until(async () => (await due()) === 1);
      now = addSeconds(now, 601);
      await happen(process, 'order two');
      await until(async () => (await newestAbout('order'))!.notedAt >= now);
      now = addSeconds(now, 1);
      await process.get(MendLater).mendDue();
      expect(heard.slice(0, 2)).toEqual(['order two', 'order three']);

      await happen(process, 'order four');
      await until(async () => (await due()) === 1);
      now = addSeconds(now, 59);
      await process.get(MendLater).mendDue();
      expect(heard).toHaveLength(2);

      now = addSeconds(now, 1);
      await process.get(MendLater).mendDue();
      expect(heard).toEqual(['order two', 'order three', 'order four']);
    });

    it('is put off as long as it says, however often', async () => {
      const tries: Date[] = [];
      const process = await begin(async () => {
        tries.push(now);
        throw new NotYet(addSeconds(now, 600));
      }, byWord);
      await happen(process, 'order one');
      await until(async () => (await due()) === 1);

      for (let minutes = 0; minutes < 12 * 20; minutes += 1) {
        now = addSeconds(now, 60);
        await process.get(MendLater).mendDue();
      }

      expect(tries).toHaveLength(24);
      expect(await due()).toBe(1);
    });
  });

  describe('a driver who may not begin', () => {
    it('is in the plan once after a restart', async () => {
      const works = await buildWorks(database.dataSource.manager);
      const [{ id: vehicleId }, { id: driverId }] = [
        await works.addMixer(),
        await works.addDriver(),
      ];
      const planId = await storePlan(database.dataSource.manager, works, {
        operatingOn: '2026-11-24',
        releasedRevision: 1,
        plannedAt: now,
        pair: { driverId, vehicleId },
        loadAt: addSeconds(now, 3_600),
      });
      const first = await begin();
      await dieAtOnce(first);
      await first.get(UnitOfWork).run((tx) =>
        first.get(Outbox).publish<DeliveryEvents>(tx, {
          name: 'duty.refused',
          orderingKey: driverId,
          payload: {
            driverId,
            vehicleId,
            enterpriseId: works.enterpriseId,
            codes: ['training_expired'],
            at: now.toISOString(),
          },
        }),
      );
      await until(async () => (await due()) === 1);
      expect(await revisionsOf(planId)).toHaveLength(1);

      const second = await begin();
      await second.get(MendLater).mendDue();
      expect(await due()).toBe(0);
      await second.get(MendLater).mendDue();

      const [, mended, ...more] = await revisionsOf(planId);
      expect(more).toEqual([]);
      expect(mended!.content.events).toEqual([
        expect.objectContaining({ kind: 'driver_refused', driverId, codes: ['training_expired'] }),
      ]);
    });
  });
});
