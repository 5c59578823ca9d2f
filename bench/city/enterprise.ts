import type { Place } from './places.js';

export interface Enterprise {
  readonly index: number;
  readonly place: Place;
  readonly weight: number;
}
