import type { VehicleKind } from '@tongyun/contracts';
import type { MapEngine } from '../engine.js';
import { drawIcon } from './draw-icon.js';
import { STATE_COLORS, VEHICLE_STATES, type VehicleState } from './vehicle-state.js';

/** Kind is told by shape and letter, state by colour: never by colour alone. */
const LETTERS: Readonly<Record<VehicleKind, string>> = {
  mixer: '搅',
  boom_pump: '泵',
  line_pump: '车',
  trailer_pump: '拖',
};
const KINDS = Object.keys(LETTERS) as VehicleKind[];

/** Pixels of the picture; it is shown at half of it. */
const SIZE = 52;
const CENTER = SIZE / 2;

export const vehicleIconId = (kind: VehicleKind, state: VehicleState): string =>
  `vehicle-${kind}-${state}`;
export const HEADING_ICON = 'vehicle-heading';

type Outline = (pen: CanvasRenderingContext2D) => void;

const corners =
  (count: number, radius: number, turn: number): Outline =>
  (pen) => {
    for (let index = 0; index < count; index++) {
      const angle = turn + (index * 2 * Math.PI) / count;
      pen.lineTo(CENTER + radius * Math.cos(angle), CENTER + radius * Math.sin(angle));
    }
    pen.closePath();
  };

const OUTLINES: Readonly<Record<VehicleKind, Outline>> = {
  mixer: (pen) => pen.arc(CENTER, CENTER, 20, 0, 2 * Math.PI),
  boom_pump: corners(4, 25, 0),
  line_pump: corners(6, 22, 0),
  trailer_pump: (pen) => pen.roundRect(CENTER - 18, CENTER - 18, 36, 36, 6),
};

const drawVehicle = (kind: VehicleKind, state: VehicleState) =>
  drawIcon(SIZE, (pen) => {
    pen.beginPath();
    OUTLINES[kind](pen);
    pen.fillStyle = STATE_COLORS[state];
    pen.fill();
    pen.lineWidth = state === 'violating' ? 5 : 3;
    pen.strokeStyle = state === 'violating' ? '#ffd666' : '#ffffff';
    pen.stroke();
    pen.fillStyle = '#ffffff';
    pen.font = 'bold 23px "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(LETTERS[kind], CENTER, CENTER + 1);
  });

/** A small arrow north of the truck, turned with its heading. */
const drawHeading = () =>
  drawIcon(SIZE, (pen) => {
    pen.beginPath();
    pen.moveTo(CENTER, 0);
    pen.lineTo(CENTER + 7, 10);
    pen.lineTo(CENTER - 7, 10);
    pen.closePath();
    pen.fillStyle = '#1f2933';
    pen.fill();
  });

/** Draws every kind in every state once; the map then only names them. */
export function addVehicleIcons(engine: MapEngine): void {
  for (const kind of KINDS) {
    for (const state of VEHICLE_STATES) {
      const picture = drawVehicle(kind, state);
      if (picture) engine.setIcon(vehicleIconId(kind, state), picture);
    }
  }
  const heading = drawHeading();
  if (heading) engine.setIcon(HEADING_ICON, heading);
}
