import { type DriverId, newId, type VehicleId } from '@tongyun/kernel';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import type { StoredFix } from './data/storable-fix.js';
import type { IncomingFix } from './incoming-fix.js';
import { packFixes, unpackFixes } from './packed-fixes.js';

const stored = (arrival: number, change: Partial<IncomingFix>): StoredFix => ({
  sent: anIncomingFix(change),
  arrival,
  shard: 9,
  lng: 120.155_3,
  lat: 30.252_4,
});
const [vehicleId, otherId] = [newId<VehicleId>(), newId<VehicleId>()];
const driverId = newId<DriverId>();

/** What another thread gets: nothing but what can be handed over. */
const handedOver = (...fixes: StoredFix[]) =>
  unpackFixes(structuredClone(packFixes({ firstArrival: 7, shardGroup: 1, fixes })));

describe('packed fixes', () => {
  it('say of a terminal’s fix all that it is judged by', () => {
    const alarmBits = 2 ** 32 - 1;
    const extras = { drumState: 'reverse', rssi: 20 };

    expect(handedOver(stored(7, { vehicleId, alarmBits, extras }))).toEqual([
      {
        from: 'fix',
        arrival: 7,
        vehicleId,
        shard: 9,
        speedKph: 42.5,
        headingDeg: 90,
        input: {
          kind: 'fix',
          at: new Date('2026-11-23T08:00:00.123Z'),
          receivedAt: new Date('2026-11-23T08:00:01Z'),
          source: 'terminal',
          driverId: null,
          lng: 120.155_3,
          lat: 30.252_4,
          isLocated: true,
          accuracyM: null,
          speedKph: 42.5,
          alarmBits,
          drumState: 'reverse',
        },
      },
    ]);
  });

  it('say who had the phone, and what it does not tell', () => {
    const [fix] = handedOver(
      stored(8, {
        source: 'phone',
        driverId,
        accuracyM: 0,
        speedKph: null,
        headingDeg: null,
        isLocated: false,
      }),
    );

    expect(fix).toMatchObject({ speedKph: null, headingDeg: null });
    expect(fix!.input).toMatchObject({
      source: 'phone',
      driverId,
      accuracyM: 0,
      speedKph: null,
      isLocated: false,
      drumState: null,
    });
  });

  it('keep each with its vehicle, in order of arrival', () => {
    const fixes = [vehicleId, otherId, vehicleId].map((id, nth) =>
      stored(7 + nth, { vehicleId: id }),
    );

    expect(handedOver(...fixes).map((fix) => [fix.arrival, fix.vehicleId])).toEqual([
      [7, vehicleId],
      [8, otherId],
      [9, vehicleId],
    ]);
  });
});
