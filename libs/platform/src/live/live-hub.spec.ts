import type { LiveMessage, TripView } from '@tongyun/contracts';
import { type AccessScope, type DriverId, type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { LiveHub } from './live-hub.js';

const [ours, theirs] = ['ours', 'theirs'] as EnterpriseId[] as [EnterpriseId, EnterpriseId];
const clock = { now: () => new Date('2026-05-04T08:00:00Z') };
const aTrip = (driverId: string, version = 1) => ({ driverId, version }) as TripView;

const keysOf = (messages: LiveMessage[]) =>
  messages.map(({ changes }) => changes.map(({ key }) => key));

describe('LiveHub', () => {
  let hub: LiveHub;
  let sent: LiveMessage[];

  beforeEach(() => {
    jest.useFakeTimers();
    hub = new LiveHub(clock);
    sent = [];
  });
  afterEach(() => {
    hub.beforeApplicationShutdown();
    jest.useRealTimers();
  });

  const subscribe = (scope: Partial<AccessScope> = {}) =>
    hub.subscribe({
      scope: { ...SYSTEM_SCOPE, enterpriseIds: [ours], ...scope },
      topics: new Set(['trip']),
      viewport: null,
      send: (message) => sent.push(message),
    });
  it('sends the first change at once and merges the rest of the second', () => {
    subscribe();
    hub.changed('trip', 'a', [ours], aTrip('d', 1));
    jest.advanceTimersByTime(0);
    for (const version of [2, 3, 4]) hub.changed('trip', 'a', [ours], aTrip('d', version));
    hub.changed('trip', 'b', [ours], aTrip('d'));
    jest.advanceTimersByTime(999);
    expect(keysOf(sent)).toEqual([['a']]);

    jest.advanceTimersByTime(1);

    expect(keysOf(sent)).toEqual([['a'], ['a', 'b']]);
    expect(sent[1]!.changes[0]!.view).toMatchObject({ version: 4 });
    expect(sent.map(({ number }) => number)).toEqual([1, 2]);
  });

  it.each([
    { who: 'an enterprise, of its own', scope: {}, audience: [ours], hears: 1 },
    { who: 'an enterprise, of another', scope: {}, audience: [theirs], hears: 0 },
    { who: 'an authority, of all', scope: { enterpriseIds: 'all' }, audience: [theirs], hears: 1 },
    { who: 'an enterprise, of nobody’s', scope: {}, audience: [], hears: 0 },
    { who: 'a driver, of his trip', scope: { driverId: 'd' }, audience: [ours], hears: 1 },
    { who: 'a driver, of a colleague’s', scope: { driverId: 'e' }, audience: [ours], hears: 0 },
  ])('tells $who: $hears', ({ scope, audience, hears }) => {
    subscribe(scope as Partial<AccessScope> & { driverId?: DriverId });
    hub.changed('trip', 'a', audience, aTrip('d'));
    jest.advanceTimersByTime(1_000);

    expect(sent).toHaveLength(hears);
  });

  it('sends nothing to who has left', () => {
    const leave = subscribe();
    hub.changed('trip', 'a', [ours], aTrip('d'));
    leave();
    jest.advanceTimersByTime(2_000);

    expect(sent).toEqual([]);
  });
});
