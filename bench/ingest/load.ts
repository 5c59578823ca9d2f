import type { ReportToSend } from '@tongyun/jt808';

const SPEED_MPS = 8;
const KPH_OF_MPS = 3.6;
const LOCATED_AND_ACC_ON = 0b11;
/** Degrees of longitude that a metre is at 30° north. */
const LNG_DEG_OF_M = 1 / 96_400;
const COLUMNS = 40;

/** What terminals report, the same in every process: a fix is known by its vehicle and its number. */
export interface Load {
  readonly vehicles: number;
  /** When every vehicle's fix number 0 was; a fix for every second from there on. */
  readonly startMs: number;
}

export const phoneOf = (vehicle: number): string => `1380${String(vehicle).padStart(7, '0')}`;
export const plateOf = (vehicle: number): string => `浙B${String(10_000 + vehicle)}`;
export const authCodeOf = (vehicle: number): string => `bench-${vehicle}`;

export const atMsOf = ({ startMs }: Load, nth: number): number => startMs + nth * 1_000;

/** Trucks spread over the city and about, each on its way east. */
export function reportOf(load: Load, vehicle: number, nth: number): ReportToSend {
  const lng = 119.95 + (vehicle % COLUMNS) * 0.015 + nth * SPEED_MPS * LNG_DEG_OF_M;
  const lat = 30.1 + Math.floor(vehicle / COLUMNS) * (0.35 / (load.vehicles / COLUMNS));
  return {
    statusBits: LOCATED_AND_ACC_ON,
    latE6: Math.round(lat * 1e6),
    lngE6: Math.round(lng * 1e6),
    altitudeM: 12,
    speedKph: SPEED_MPS * KPH_OF_MPS,
    headingDeg: 90,
    at: new Date(atMsOf(load, nth)),
    items: {
      mileageKm: 50_000 + vehicle + Math.round((nth * SPEED_MPS) / 100) / 10,
      recorderSpeedKph: 28,
      rssi: 20 + (nth % 10),
      satellites: 10 + (vehicle % 10),
    },
  };
}
