import type { WayOutView, WaysOutView } from '@tongyun/contracts';
import type { Way } from '@tongyun/solver';
import type { WaysOut } from '../day/find-ways-out.service.js';
import type { PlannedDay } from '../day/rules/to-day-problem.js';

const rounded = (value: number): number => Math.round(value * 10) / 10;

export const toWaysOutView = ({ planned, ways }: WaysOut): WaysOutView => ({
  items: ways.map(({ way, points, lateMin, waitMin, emptyKm, loads }) => ({
    way: toWayView(planned, way),
    points: rounded(points),
    lateMin: rounded(lateMin),
    waitMin: rounded(waitMin),
    emptyKm: rounded(emptyKm),
    loads,
  })),
});

function toWayView({ facts, trucks, pumps }: PlannedDay, way: Way): WayOutView['way'] {
  switch (way.kind) {
    case 'other_plant': {
      const { id, name } = facts.plants[way.plant]!;
      return { kind: 'other_plant', plantId: id, plantName: name };
    }
    case 'override': {
      const used = [...way.trucks.map((at) => trucks[at]!), ...way.pumps.map((at) => pumps[at]!)];
      return { kind: 'override', vehicleIds: used.map(({ id }) => id) };
    }
    default: {
      return way;
    }
  }
}
