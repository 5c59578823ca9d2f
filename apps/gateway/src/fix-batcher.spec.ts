import { newId, type VehicleId } from '@tongyun/kernel';
import type { FixRows, IncomingFix } from '@tongyun/tracking';
import { Logger } from '@nestjs/common';
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

/** A store whose answers the test gives, one by one. */
class HeldStore {
  readonly batches: number[][] = [];
  private readonly answers: { resolve: () => void; reject: (cause: Error) => void }[] = [];

  storeRows(fixes: FixRows): Promise<void> {
    this.batches.push([...fixes].map(({ speedKph }) => speedKph ?? 0));
    return new Promise((resolve, reject) => this.answers.push({ resolve, reject }));
  }

  succeed(): void {
    this.answers.shift()!.resolve();
  }

  fail(): void {
    this.answers.shift()!.reject(new Error('database gone'));
  }
}

const turn = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

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

  it('does not wait once a batch is full', () => {
    void batcher.add([aFix(1), aFix(2)]);
    void batcher.add([aFix(3)]);

    expect(store.batches).toEqual([[1, 2, 3]]);
  });

  it('stores one batch after the other, in the order of arrival, none above its size', async () => {
    void batcher.add([aFix(1), aFix(2), aFix(3)]);
    for (const speed of [4, 5, 6, 7]) void batcher.add([aFix(speed)]);
    await turn(40);
    expect(store.batches).toEqual([[1, 2, 3]]);

    store.succeed();
    await turn();
    store.succeed();
    await turn();
    expect(store.batches).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it('takes a submission larger than a batch whole', () => {
    void batcher.add([aFix(1), aFix(2), aFix(3), aFix(4)]);

    expect(store.batches).toEqual([[1, 2, 3, 4]]);
  });

  it('answers only when the store has', async () => {
    let isAnswered = false;
    const answered = batcher.add([aFix(1)]).then(() => (isAnswered = true));
    await turn(40);
    expect(isAnswered).toBe(false);

    store.succeed();
    await answered;
    expect(isAnswered).toBe(true);
  });

  it('fails those whose store failed and goes on with the next', async () => {
    const failed = batcher.add([aFix(1), aFix(2), aFix(3)]);
    const stored = batcher.add([aFix(4)]);
    store.fail();

    await expect(failed).rejects.toThrow('database gone');
    await turn();
    store.succeed();
    await expect(stored).resolves.toBeUndefined();
  });

  it('stores what waits when it is drained', async () => {
    void batcher.add([aFix(1)]);
    const drained = batcher.drain();
    store.succeed();
    await drained;

    expect(store.batches).toEqual([[1]]);
  });

  it('has nothing to wait for without fixes', async () => {
    await batcher.add([]);

    expect(store.batches).toEqual([]);
  });
});
