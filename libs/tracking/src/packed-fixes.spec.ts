import { type DriverId, newId, type VehicleId } from '@tongyun/kernel';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { FixRows } from './fix-rows.js';
import type { IncomingFix } from './incoming-fix.js';
import { packFixes, unpackFixes } from './packed-fixes.js';
import { shardOf } from './rules/shard.js';

/** Of the shard group of all of them, as if there were but one. */
const handedOver = (...sent: Partial<IncomingFix>[]) => {
  const fixes = FixRows.of(sent.map(anIncomingFix));
  const block = { fixes, from: 0, to: fixes.count, firstArrival: 7 };
  const group = { block, shardGroup: 1, places: sent.map((_, place) => place) };
  // What another thread gets: nothing but what can be handed over.
  return unpackFixes(structuredClone(packFixes(group)));
};
const [vehicleId, otherId] = [newId<VehicleId>(), newId<VehicleId>()];
const driverId = newId<DriverId>();

describe('packed fixes', () => {
  it('say of a terminal’s fix all that it is judged by', () => {
    const alarmBits = 2 ** 32 - 1;
    const extras = { drumState: 'reverse', rssi: 20 };

    expect(handedOver({ vehicleId, alarmBits, extras })).toEqual([
      {
        from: 'fix',
        arrival: 7,
        vehicleId,
        shard: shardOf(vehicleId),
        speedKph: 42.5,
        headingDeg: 90,
        input: {
          kind: 'fix',
          at: new Date('2026-11-23T08:00:00.123Z'),
          receivedAt: new Date('2026-11-23T08:00:01Z'),
          source: 'terminal',
          driverId: null,
          lng: 120.16,
          lat: 30.25,
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
    const [fix] = handedOver({
      source: 'phone',
      driverId,
      accuracyM: 0,
      speedKph: null,
      headingDeg: null,
      isLocated: false,
    });

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
    const fixes = [vehicleId, otherId, vehicleId].map((id) => ({ vehicleId: id }));

    expect(handedOver(...fixes).map((fix) => [fix.arrival, fix.vehicleId])).toEqual([
      [7, vehicleId],
      [8, otherId],
      [9, vehicleId],
    ]);
  });
});
