import type { Wgs84 } from '@tongyun/geo';
import type { TerminalIdentity } from '../terminal/simulated-terminal.js';
import type { Wanderer } from './behaviour.js';

/** A terminal and a plate that nobody knows drive into the built-up area. */
export const unregisteredVehicle = (outside: Wgs84, builtUp: Wgs84): Wanderer => ({
  name: 'unregistered vehicle',
  stops: [builtUp, outside],
});

export const UNKNOWN_TERMINAL: TerminalIdentity = {
  phone: '19900000001',
  version: '2019',
  registration: {
    provinceId: 33,
    cityId: 100,
    manufacturer: 'UNKNOWN',
    model: 'X-1',
    terminalNo: 'X000001',
    plateColor: 2,
    plateNo: '浙F9X999',
  },
};
