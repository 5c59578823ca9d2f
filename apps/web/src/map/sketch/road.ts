import type { Position } from 'geojson';

export type RoadKind = 'ring' | 'motorway' | 'elevated' | 'main';

export interface Road {
  readonly name: string;
  readonly kind: RoadKind;
  readonly points: readonly Position[];
}
