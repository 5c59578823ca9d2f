import type { PlateColor, TerminalView, VehicleView } from '@tongyun/contracts';
import type { TerminalIdentity } from '../terminal/simulated-terminal.js';

/** JT/T 697.7-2014, 5.6. */
const COLOR_CODES: Readonly<Record<PlateColor, number>> = {
  blue: 1,
  yellow: 2,
  black: 3,
  white: 4,
  green: 5,
  other: 9,
  yellow_green: 93,
};

/** Numbers for vehicles that have no terminal in the server's books yet: they register with theirs. */
const OWN_NUMBERS_FROM = 13_990_000_000;

/** What the terminal of this vehicle says of itself; every third speaks the 2019 protocol. */
export function terminalIdentityOf(
  vehicle: VehicleView,
  known: TerminalView | undefined,
  nth: number,
): TerminalIdentity {
  return {
    phone: known?.phone ?? String(OWN_NUMBERS_FROM + nth),
    version: nth % 3 === 2 ? '2019' : '2013',
    registration: {
      provinceId: 33,
      cityId: 100,
      manufacturer: known?.manufacturer ?? 'TYSIM',
      model: 'TY-808',
      terminalNo: known?.terminalNo ?? `S${String(nth).padStart(6, '0')}`,
      plateColor: vehicle.plateColor === null ? 0 : COLOR_CODES[vehicle.plateColor],
      plateNo: vehicle.plateNo ?? '',
    },
  };
}
