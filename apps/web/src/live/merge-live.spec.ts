import { type LiveMessage, type LiveVehicleView, packPositions } from '@tongyun/contracts';
import { followsWithoutGap } from './message-order.js';
import { mergeLive, mergeSnapshot } from './merge-live.js';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const OTHER = '01890a5d-ac96-774b-bcce-b302099a8058';

const aVehicle = (changed: Partial<LiveVehicleView> = {}): LiveVehicleView => ({
  vehicleId: ID,
  kind: 'mixer',
  plateNo: '浙A12345',
  fleetNo: null,
  enterpriseId: null,
  isProvisional: false,
  isViolating: false,
  isOnline: true,
  tripId: null,
  stage: null,
  driverName: null,
  position: { lng: 120, lat: 30 },
  speedKph: 0,
  headingDeg: null,
  fixAt: '2026-03-05T06:00:00.000Z',
  ...changed,
});
const known = new Map([[ID, aVehicle()]]);
const aMessage = (changed: Partial<LiveMessage>): LiveMessage => ({
  at: '2026-03-05T06:00:10.000Z',
  number: 1,
  changes: [],
  positions: null,
  ...changed,
});
const movedTo = (vehicleId: string, lng: number, fixAt: string) =>
  packPositions([
    { vehicleId, lng, lat: 30.5, fixAt: new Date(fixAt), speedKph: 42, headingDeg: 90 },
  ]);

describe('merging what the server sends', () => {
  it('moves a vehicle and leaves the map of before as it was', () => {
    const positions = movedTo(ID, 120.5, '2026-03-05T06:00:09Z');
    const merged = mergeLive(known, aMessage({ positions }));

    expect(merged.get(ID)).toMatchObject({ position: { lng: 120.5, lat: 30.5 }, speedKph: 42 });
    expect(known.get(ID)?.position).toEqual({ lng: 120, lat: 30 });
  });

  it('does not move a vehicle back in time', () => {
    const positions = movedTo(ID, 119, '2026-03-05T05:59:00Z');

    expect(mergeLive(known, aMessage({ positions })).get(ID)?.position?.lng).toBe(120);
  });

  it('ends the silence of a vehicle that moves', () => {
    const silent = new Map([[ID, aVehicle({ isOnline: false })]]);
    const positions = movedTo(ID, 120.5, '2026-03-05T06:00:09Z');

    expect(mergeLive(silent, aMessage({ positions })).get(ID)?.isOnline).toBe(true);
  });

  it('leaves a vehicle it knows nothing of to the next snapshot', () => {
    const positions = movedTo(OTHER, 120.5, '2026-03-05T06:00:09Z');

    expect(mergeLive(known, aMessage({ positions })).has(OTHER)).toBe(false);
  });

  it('takes a changed stage but keeps the newer position', () => {
    const view = aVehicle({
      stage: 'loading',
      position: { lng: 1, lat: 1 },
      fixAt: '2026-03-05T05:00:00.000Z',
    });
    const merged = mergeLive(
      known,
      aMessage({ changes: [{ topic: 'vehicle', key: ID, view }] }),
    ).get(ID);

    expect(merged).toMatchObject({ stage: 'loading', position: { lng: 120, lat: 30 } });
  });

  it('forgets with a snapshot what is not in it any more', () => {
    const snapshot = { at: '2026-03-05T06:00:10.000Z', vehicles: [aVehicle({ vehicleId: OTHER })] };

    expect([...mergeSnapshot(known, snapshot).keys()]).toEqual([OTHER]);
  });
});

describe('the order of messages', () => {
  it.each([
    { last: null, next: 1, whole: true, why: 'the first of a subscription' },
    { last: null, next: 4, whole: false, why: 'its first ones were missed' },
    { last: 7, next: 8, whole: true, why: 'the next one' },
    { last: 7, next: 9, whole: false, why: 'one was missed' },
    { last: 7, next: 7, whole: false, why: 'one came twice' },
  ])('$last then $next is whole: $whole ($why)', ({ last, next, whole }) => {
    expect(followsWithoutGap(last, next)).toBe(whole);
  });
});
