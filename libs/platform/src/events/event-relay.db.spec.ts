import { setTimeout as wait } from 'node:timers/promises';
import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { Lease } from '../lease.js';
import { UnitOfWork } from '../unit-of-work.js';
import { EventRelay } from './event-relay.js';
import { Outbox } from './outbox.js';
import { WaitingEvents } from './waiting-events.js';

interface TallyEvents {
  'tally.counted': { readonly n: number };
}

const until = async (isSo: () => boolean) => {
  for (let turn = 0; turn < 200 && !isSo(); turn += 1) await wait(20);
  expect(isSo()).toBe(true);
};

describe('EventRelay', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let relays: EventRelay[] = [];
  let now = new Date('2026-05-04T08:00:00Z');
  const clock = { now: () => now };

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [], clock);
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    await database.dataSource.query('TRUNCATE outbox_event, outbox_receipt, lease');
  });
  afterEach(async () => {
    await Promise.all(relays.map((relay) => relay.beforeApplicationShutdown()));
    relays = [];
  });

  /** A relay as another process would have it, with a listener of its own. */
  const startRelay = (handle: (n: number) => void) => {
    const [unitOfWork, lease] = [module.get(UnitOfWork), module.get(Lease)];
    const relay = new EventRelay(unitOfWork, module.get(WaitingEvents), lease, clock);
    relay.listen<TallyEvents['tally.counted']>({
      name: 'tally.test',
      event: 'tally.counted',
      handle: async (_tx, { n }) => handle(n),
    });
    relays.push(relay);
    return relay;
  };
  const publish = (n: number, orderingKey = 'a') =>
    module.get(UnitOfWork).run((tx) =>
      module.get(Outbox).publish<TallyEvents>(tx, {
        name: 'tally.counted',
        orderingKey,
        payload: { n },
      }),
    );
  it('delivers in the order of writing, each once', async () => {
    const heard: number[] = [];
    for (const n of [1, 2, 3]) await publish(n);
    const relay = startRelay((n) => heard.push(n));
    relay.wake();
    await until(() => heard.length === 3);
    relay.wake();
    await wait(100);

    expect(heard).toEqual([1, 2, 3]);
  });

  it('tells nothing of what was rolled back', async () => {
    const heard: number[] = [];
    const work = module.get(UnitOfWork).run(async (tx) => {
      const event = { name: 'tally.counted', orderingKey: 'a', payload: { n: 1 } } as const;
      await module.get(Outbox).publish<TallyEvents>(tx, event);
      throw new Error('changed its mind');
    });
    await expect(work).rejects.toThrow('changed its mind');
    await publish(2);
    startRelay((n) => heard.push(n)).wake();
    await until(() => heard.length > 0);

    expect(heard).toEqual([2]);
  });

  it('holds back the key of a listener that fails, and tries it again later', async () => {
    const heard: number[] = [];
    let isBroken = true;
    await publish(1, 'broken');
    await publish(2, 'broken');
    await publish(3, 'sound');
    const relay = startRelay((n) => {
      if (isBroken && n === 1) throw new Error('not now');
      heard.push(n);
    });
    relay.wake();
    await until(() => heard.length === 1);
    expect(heard).toEqual([3]);

    isBroken = false;
    now = new Date(now.getTime() + 2_000);
    relay.wake();
    await until(() => heard.length === 3);

    expect(heard).toEqual([3, 1, 2]);
  });

  it('lets one process deliver at a time, and the next when the first has died', async () => {
    const heard: string[] = [];
    const [first, second] = ['first', 'second'].map((name) => startRelay(() => heard.push(name)));
    await publish(1);
    first!.wake();
    await until(() => heard.length === 1);
    await publish(2);
    second!.wake();
    await wait(150);
    expect(heard).toEqual(['first']);

    now = new Date(now.getTime() + 16_000);
    second!.wake();
    await until(() => heard.length === 2);

    expect(heard).toEqual(['first', 'second']);
  });

  it('lets the next process deliver as soon as the first has stopped', async () => {
    const heard: string[] = [];
    const [first, second] = ['first', 'second'].map((name) => startRelay(() => heard.push(name)));
    await publish(1);
    first!.wake();
    await until(() => heard.length === 1);
    await first!.beforeApplicationShutdown();
    await publish(2);
    second!.wake();
    await until(() => heard.length === 2);

    expect(heard).toEqual(['first', 'second']);
  });

  it('misses no call to wake', async () => {
    const heard: number[] = [];
    const relay = startRelay((n) => heard.push(n));
    for (let n = 0; n < 30; n += 1) {
      await publish(n);
      relay.wake();
    }
    await until(() => heard.length === 30);

    expect(heard).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });
});
