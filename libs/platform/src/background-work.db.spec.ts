import { setTimeout as wait } from 'node:timers/promises';
import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { until } from '../../../test/support/until.js';
import { BackgroundWork } from './background-work.js';

const NAME = 'spec';

describe('work in the background', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let background: BackgroundWork;
  let now: Date;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    now = new Date('2026-05-01T00:00:00Z');
    module = await openTestModule(database, [], { now: () => now });
    background = module.get(BackgroundWork);
  });
  afterEach(() => module.close());

  it('goes on after a turn that failed', async () => {
    let turns = 0;
    background.every(1, async () => {
      turns += 1;
      if (turns === 1) throw new Error('the first turn fails');
    });

    await until(() => turns > 2);
    expect(turns).toBeGreaterThan(2);
  });

  it('never begins a turn before the last one has ended', async () => {
    let [underWay, most, turns] = [0, 0, 0];
    background.every(1, async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await wait(5);
      underWay -= 1;
      turns += 1;
    });

    await until(() => turns > 2);
    expect(most).toBe(1);
  });

  it('ends with the turn in hand when the process does', async () => {
    let [begun, ended] = [0, 0];
    background.every(1, async () => {
      begun += 1;
      await wait(20);
      ended += 1;
    });
    await until(() => begun === 1);

    await background.beforeApplicationShutdown();

    expect([begun, ended, background.isStopping]).toEqual([1, 1, true]);
  });

  it('breaks off what would last too long when the process ends', async () => {
    let begun = 0;
    let breakOff: () => void;
    const lasting = new Promise<void>((resolve) => (breakOff = resolve));
    background.whenStopping(() => breakOff());
    background.every(1, async () => {
      begun += 1;
      await lasting;
    });
    await until(() => begun === 1);

    await background.beforeApplicationShutdown();

    expect([begun, background.isStopping]).toEqual([1, true]);
  });

  it('is told at once to break off when the process is ending already', async () => {
    await background.beforeApplicationShutdown();
    let told = 0;

    background.whenStopping(() => (told += 1));
    await background.beforeApplicationShutdown();

    expect(told).toBe(1);
  });

  it('is done by one at a time', async () => {
    const done: string[] = [];

    const isFirst = await background.alone(NAME, 60, async () => {
      const isSecond = await background.alone(NAME, 60, async () => void done.push('second'));
      done.push(`first, second ${isSecond}`);
    });
    await background.alone(NAME, 60, async () => void done.push('third'));

    expect([isFirst, ...done]).toEqual([true, 'first, second false', 'third']);
  });

  it('is let go when it fails', async () => {
    const failing = background.alone(NAME, 60, () => Promise.reject(new Error('fails')));
    await expect(failing).rejects.toThrow('fails');

    await expect(background.alone(NAME, 60, async () => undefined)).resolves.toBe(true);
  });

  it('is taken over from a process that died at it, unless that one renews in time', async () => {
    await background.alone(NAME, 60, async (renew) => {
      now = new Date('2026-05-01T00:00:50Z');
      await renew();
      now = new Date('2026-05-01T00:01:30Z');
      expect(await background.alone(NAME, 60, async () => undefined)).toBe(false);
      now = new Date('2026-05-01T00:02:00Z');
      expect(await background.alone(NAME, 60, async () => undefined)).toBe(true);
    });
  });
});
