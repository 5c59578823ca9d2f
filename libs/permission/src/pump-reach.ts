import type { VehicleFact } from './facts.js';

type Pump = Pick<VehicleFact, 'kind' | 'boomLengthM' | 'lineLengthM'>;

/**
 * How far a pump brings concrete, metres: by its boom, or, for line and trailer pumps, by pipes.
 *
 * Null when that is not known. Pipes are laid as far as a site needs, so that a line or trailer pump
 * of which nobody states how many it has reaches anywhere (Infinity). A mixer reaches nowhere (0).
 */
export function pumpReachM({ kind, boomLengthM, lineLengthM }: Pump): number | null {
  switch (kind) {
    case 'boom_pump': {
      return boomLengthM;
    }
    case 'line_pump':
    case 'trailer_pump': {
      return lineLengthM ?? Infinity;
    }
    case 'mixer': {
      return 0;
    }
  }
}
