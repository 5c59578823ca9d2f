import { EventEmitter, once } from 'node:events';
import { OfflineQueue, type Send, type SendOutcome } from './offline-queue.js';
import {
  type ClaimEntry,
  type FixEntry,
  type Lane,
  laneOf,
  type QueueEntry,
} from './queue-entry.js';
import type { QueueStore, RefusedEntry } from './queue-store.js';

/** What survives a reload of the page: two pages share one. */
class FakeStore implements QueueStore {
  private entries: QueueEntry[] = [];
  private refused: RefusedEntry[] = [];

  async append(entry: QueueEntry) {
    if (!this.entries.some(({ id }) => id === entry.id)) this.entries.push(entry);
  }
  async findOldest(driverId: string, lane: Lane, limit: number) {
    return this.entries
      .filter((entry) => entry.driverId === driverId && laneOf(entry) === lane)
      .slice(0, limit);
  }
  async remove(ids: readonly string[]) {
    this.entries = this.entries.filter(({ id }) => !ids.includes(id));
  }
  async setAside(refused: RefusedEntry) {
    await this.remove([refused.entry.id]);
    this.refused.push(refused);
  }
  async findRefused(driverId: string) {
    return this.refused.filter(({ entry }) => entry.driverId === driverId);
  }
  async forgetRefused(ids: readonly string[]) {
    this.refused = this.refused.filter(({ entry }) => !ids.includes(entry.id));
  }
  async count(driverId: string, lane: Lane) {
    return (await this.findOldest(driverId, lane, Number.POSITIVE_INFINITY)).length;
  }
}

/** Takes an id once, as the server does, and answers as it is told. */
class FakeServer {
  readonly taken: string[] = [];
  readonly batches: string[][] = [];
  isReachable = true;
  isAnswerLost = false;
  /** Says which entries are at fault. */
  isNaming = false;
  poison = new Set<string>();

  readonly send: Send = async (entries): Promise<SendOutcome> => {
    const ids = entries.map(({ id }) => id);
    if (!this.isReachable) return { state: 'unreachable' };
    this.batches.push(ids);
    if (ids.some((id) => this.poison.has(id))) {
      return {
        state: 'refused',
        refusal: { code: 'BAD_TIME', message: '', details: {} },
        ids: this.isNaming ? ids.filter((id) => this.poison.has(id)) : null,
      };
    }
    this.taken.push(...ids.filter((id) => !this.taken.includes(id)));
    return this.isAnswerLost ? { state: 'unreachable' } : { state: 'answered', ids };
  };
}

const DRIVER = 'driver-1';
const aTap = (id: string, driverId = DRIVER): ClaimEntry => ({
  kind: 'claim',
  id,
  driverId,
  tripId: 'trip-1',
  stage: 'loading',
  at: '2026-11-22T01:00:00Z',
});
const aFix = (id: string): FixEntry => ({
  kind: 'fix',
  id,
  driverId: DRIVER,
  at: '2026-11-22T01:00:00Z',
  lng: 120.2,
  lat: 30.3,
  accuracyM: 10,
  speedKph: null,
  headingDeg: null,
});

describe('OfflineQueue', () => {
  let store: FakeStore;
  let server: FakeServer;
  let queue: OfflineQueue;

  beforeEach(() => {
    store = new FakeStore();
    server = new FakeServer();
    queue = new OfflineQueue(DRIVER, store, server.send);
  });
  const addAll = async (...entries: QueueEntry[]) => {
    for (const entry of entries) await queue.add(entry);
  };

  it('sends taps in their order, in one request, and is empty then', async () => {
    await addAll(aTap('a'), aTap('b'), aTap('c'));

    expect(await queue.flush()).toBe(true);
    expect(server.batches).toEqual([['a', 'b', 'c']]);
    expect(await queue.count('taps')).toBe(0);
  });

  it('keeps everything while the server is not reached and sends it later', async () => {
    server.isReachable = false;
    await addAll(aTap('a'), aTap('b'));

    expect(await queue.flush()).toBe(false);
    expect(await queue.count('taps')).toBe(2);

    server.isReachable = true;
    expect(await queue.flush()).toBe(true);
    expect(server.taken).toEqual(['a', 'b']);
  });

  it('loses nothing over a reload of the page', async () => {
    server.isReachable = false;
    await addAll(aTap('a'));
    await queue.flush();

    server.isReachable = true;
    await new OfflineQueue(DRIVER, store, server.send).flush();

    expect(server.taken).toEqual(['a']);
  });

  it('sends again with the same id when the answer was lost, so nothing is recorded twice', async () => {
    server.isAnswerLost = true;
    await addAll(aTap('a'));
    expect(await queue.flush()).toBe(false);

    server.isAnswerLost = false;
    await queue.flush();

    expect(server.batches).toEqual([['a'], ['a']]);
    expect(server.taken).toEqual(['a']);
  });

  it('keeps an entry that the answer does not name', async () => {
    queue = new OfflineQueue(DRIVER, store, async () => ({ state: 'answered', ids: ['a'] }));
    await addAll(aTap('a'), aTap('b'));

    expect(await queue.flush()).toBe(false);
    expect(await queue.findWaitingTaps()).toEqual([aTap('b')]);
  });

  it('sets one refused entry aside with the reason and sends the others', async () => {
    server.poison.add('c');
    await addAll(aTap('a'), aTap('b'), aTap('c'), aTap('d'));

    expect(await queue.flush()).toBe(true);
    expect(server.taken).toEqual(['a', 'b', 'd']);
    expect(await queue.findRefused()).toEqual([
      { entry: aTap('c'), refusal: expect.objectContaining({ code: 'BAD_TIME' }) },
    ]);
  });

  it('sends the others at once when the server names the entries at fault', async () => {
    server.isNaming = true;
    server.poison = new Set(['b', 'd']);
    await addAll(aTap('a'), aTap('b'), aTap('c'), aTap('d'));

    expect(await queue.flush()).toBe(true);
    expect(server.batches).toEqual([
      ['a', 'b', 'c', 'd'],
      ['a', 'c'],
    ]);
  });

  it('sends a clock-out only after the positions of the duty', async () => {
    const clockOut: QueueEntry = { kind: 'clock_out', id: 'out', driverId: DRIVER, at: '' };
    let isStuck = true;
    queue = new OfflineQueue(DRIVER, store, async (entries) =>
      isStuck && entries[0]?.kind === 'fix' ? { state: 'unreachable' } : server.send(entries),
    );
    await addAll(aFix('1'), clockOut);

    expect(await queue.flush()).toBe(false);
    expect(server.taken).toEqual([]);

    isStuck = false;
    expect(await queue.flush()).toBe(true);
    expect(server.taken).toEqual(['1', 'out']);
  });

  it('sends a clock-out after the taps before it, in a request of its own', async () => {
    const clockOut: QueueEntry = { kind: 'clock_out', id: 'out', driverId: DRIVER, at: '' };
    await addAll(aTap('a'), clockOut, aTap('b'));

    await queue.flush();

    expect(server.batches).toEqual([['a'], ['out'], ['b']]);
  });

  it('lets taps go through while positions are stuck', async () => {
    queue = new OfflineQueue(DRIVER, store, async (entries) =>
      entries[0]?.kind === 'fix' ? { state: 'unreachable' } : server.send(entries),
    );
    await addAll(aFix('1'), aTap('a'));

    expect(await queue.flush()).toBe(false);
    expect(server.taken).toEqual(['a']);
    expect(await queue.count('fixes')).toBe(1);
  });

  it('sends what was added while a request was under way', async () => {
    const gate = new EventEmitter();
    const opened = once(gate, 'open');
    queue = new OfflineQueue(DRIVER, store, async (entries) => {
      await opened;
      return server.send(entries);
    });
    await addAll(aTap('a'));
    const first = queue.flush();
    await addAll(aTap('b'));
    const second = queue.flush();
    gate.emit('open');

    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(server.taken).toEqual(['a', 'b']);
    expect(server.batches.flat()).toEqual(['a', 'b']);
  });

  it('never sends what another driver left on this phone', async () => {
    await addAll(aTap('theirs', 'driver-2'), aTap('mine'));

    expect(await queue.flush()).toBe(true);
    expect(server.taken).toEqual(['mine']);
    expect(await store.count('driver-2', 'taps')).toBe(1);
  });

  it('tells its listeners of every change until they leave', async () => {
    const counts: number[] = [];
    const leave = queue.subscribe(() => void queue.count('taps').then((n) => counts.push(n)));
    await addAll(aTap('a'));
    await queue.flush();
    leave();
    await addAll(aTap('b'));

    expect(counts).toEqual([1, 0]);
  });
});
