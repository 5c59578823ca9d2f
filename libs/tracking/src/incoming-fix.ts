import type { Crs } from '@tongyun/contracts';
import type { DriverId, TerminalId, VehicleId } from '@tongyun/kernel';

/** A position report at the door, as it was sent. */
export interface IncomingFix {
  readonly vehicleId: VehicleId;
  /** When the device says it was there. */
  readonly at: Date;
  readonly source: 'terminal' | 'phone';
  readonly terminalId: TerminalId | null;
  readonly driverId: DriverId | null;
  /** The phone's own id of the fix: sent again, it is not stored again. */
  readonly clientId: string | null;
  readonly receivedAt: Date;
  readonly crs: Crs;
  readonly lngSent: number;
  readonly latSent: number;
  readonly accuracyM: number | null;
  readonly altitudeM: number | null;
  readonly speedKph: number | null;
  readonly headingDeg: number | null;
  readonly mileageKm: number | null;
  /** 32 bits each, as JT/T 808 table 24 and 25 number them; 0 from a phone. */
  readonly alarmBits: number;
  readonly statusBits: number;
  readonly isLocated: boolean;
  readonly extras: object | null;
}

export interface StoreOutcome {
  readonly stored: number;
  readonly duplicates: number;
}
