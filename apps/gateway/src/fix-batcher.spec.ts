import { newId, type VehicleId } from '@tongyun/kernel';
import type { FixRows, IncomingFix, PreparedFixes } from '@tongyun/tracking';
import { Logger } from '@nestjs/common';
import { preparedOf } from '../../../test/support/gateway-fakes.js';
import { FixBatcher } from './fix-batcher.js';

const aFix = (speedKph: number): IncomingFix => ({
  vehicleId: newId<VehicleId>(),
  at: new Date('2026-05-04T08:00:00Z'),
  source: 'terminal',
  terminalId: null,
  driverId: null,
  clientId: null,
  receivedAt: new Date('2026-05-04T08:00:01Z'),
  crs: 'wgs84',
  lngSent: 120,
  latSent: 30,
  accuracyM: null,
  altitudeM: null,
  speedKph,
  headingDeg: null,
  mileageKm: null,
  alarmBits: 0,
  statusBits: 2,
  isLocated: true,
  extras: null,
});

const speedsOf = (fixes: FixRows): number[] => [...fixes].map(({ speedKph }) => speedKph ?? 0);

const turn = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

/** Hears of a failure from the beginning, so that none is unheard. */
const whyFailed = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** A store whose answers the test gives, one by one. */
class HeldStore {
  readonly batches: number[][] = [];
  private readonly answers: { resolve: () => void; reject: (cause: Error) => void }[] = [];

  readonly prepared: number[][] = [];
  private readonly cannotPrepare: Error[] = [];

  prepare(fixes: FixRows): Promise<PreparedFixes> {
    this.prepared.push(speedsOf(fixes));
    const cause = this.cannotPrepare.pop();
    return cause === undefined ? Promise.resolve(preparedOf(fixes)) : Promise.reject(cause);
  }

  storePrepared({ blocks }: PreparedFixes): Promise<void> {
    this.batches.push(blocks.flatMap(({ fixes }) => speedsOf(fixes)));
    return new Promise((resolve, reject) => this.answers.push({ resolve, reject }));
  }

  failToPrepare(): void {
    this.cannotPrepare.push(new Error('database gone'));
  }

  async succeed(): Promise<void> {
    await turn();
    this.answers.shift()!.resolve();
    await turn();
  }

  async fail(): Promise<void> {
    await turn();
    this.answers.shift()!.reject(new Error('database gone'));
    await turn();
  }
}

describe('FixBatcher', () => {
  let store: HeldStore;
  let batcher: FixBatcher;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(() => {
    store = new HeldStore();
    batcher = new FixBatcher(store, { batchWithinMs: 20, maxBatch: 3 });
  });

  it('stores together what arrives within the time', async () => {
    void batcher.add([aFix(1)]);
    void batcher.add([aFix(2)]);
    expect(store.batches).toEqual([]);

    await turn(40);
    expect(store.batches).toEqual([[1, 2]]);
  });

  it('does not wait once a batch is full', async () => {
    void batcher.add([aFix(1), aFix(2)]);
    void batcher.add([aFix(3)]);
    await turn();

    expect(store.batches).toEqual([[1, 2, 3]]);
  });

  it('stores one batch after the other, in the order of arrival, none above its size', async () => {
    void batcher.add([aFix(1), aFix(2), aFix(3)]);
    for (const speed of [4, 5, 6, 7]) void batcher.add([aFix(speed)]);
    await turn(40);
    expect(store.batches).toEqual([[1, 2, 3]]);

    await store.succeed();
    await store.succeed();
    expect(store.batches).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it('makes the next full batch ready while one is stored, and adds nothing to it then', async () => {
    for (const speed of [1, 2, 3, 4, 5]) void batcher.add([aFix(speed)]);
    await turn();
    expect(store.prepared).toEqual([[1, 2, 3]]);

    void batcher.add([aFix(6)]);
    await turn();
    expect(store.prepared).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(store.batches).toEqual([[1, 2, 3]]);

    void batcher.add([aFix(7)]);
    await store.succeed();
    await store.succeed();
    await turn();
    expect(store.batches).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it('fails those alone whose batch could not be made ready', async () => {
    const stored = batcher.add([aFix(1), aFix(2), aFix(3)]);
    await turn();
    store.failToPrepare();
    const failed = batcher.add([aFix(4), aFix(5), aFix(6)]);
    const after = batcher.add([aFix(7)]);
    const [failure] = await Promise.all([whyFailed(failed), store.succeed(), stored]);

    expect(failure).toEqual(new Error('database gone'));
    await store.succeed();
    await expect(after).resolves.toBeUndefined();
  });

  it('takes a submission larger than a batch whole', async () => {
    void batcher.add([aFix(1), aFix(2), aFix(3), aFix(4)]);
    await turn();

    expect(store.batches).toEqual([[1, 2, 3, 4]]);
  });

  it('answers only when the store has', async () => {
    let isAnswered = false;
    const answered = batcher.add([aFix(1)]).then(() => (isAnswered = true));
    await turn(40);
    expect(isAnswered).toBe(false);

    await store.succeed();
    await answered;
    expect(isAnswered).toBe(true);
  });

  it('fails those whose store failed and goes on with the next', async () => {
    const failed = batcher.add([aFix(1), aFix(2), aFix(3)]);
    const stored = batcher.add([aFix(4)]);
    const [failure] = await Promise.all([whyFailed(failed), store.fail()]);

    expect(failure).toEqual(new Error('database gone'));
    await store.succeed();
    await expect(stored).resolves.toBeUndefined();
  });

  it('stores what waits when it is drained', async () => {
    void batcher.add([aFix(1)]);
    const drained = batcher.drain();
    await store.succeed();
    await drained;

    expect(store.batches).toEqual([[1]]);
  });

  it('has nothing to wait for without fixes', async () => {
    await batcher.add([]);

    expect(store.batches).toEqual([]);
  });
});
