import { newId, type VehicleId } from '@tongyun/kernel';
import type { IncomingFix } from '@tongyun/tracking';

/** A position report of a terminal in WGS-84, as the gateway hands it to the door. */
export const anIncomingFix = (change: Partial<IncomingFix> = {}): IncomingFix => ({
  vehicleId: newId<VehicleId>(),
  at: new Date('2026-11-23T08:00:00.123Z'),
  source: 'terminal',
  terminalId: null,
  driverId: null,
  clientId: null,
  receivedAt: new Date('2026-11-23T08:00:01Z'),
  crs: 'wgs84',
  lngSent: 120.16,
  latSent: 30.25,
  accuracyM: null,
  altitudeM: null,
  speedKph: 42.5,
  headingDeg: 90,
  mileageKm: null,
  alarmBits: 0,
  statusBits: 2,
  isLocated: true,
  extras: null,
  ...change,
});
