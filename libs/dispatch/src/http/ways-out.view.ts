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
    case 'relief_operator': {
      const vehicleIds = way.pumps.map((at) => pumps[at]!.id);
      const driverNames = facts.freeDrivers.slice(0, vehicleIds.length).map(({ name }) => name);
      return { kind: 'relief_operator', vehicleIds, driverNames };
    }
    case 'other_pump': {
      return { kind: 'other_pump', vehicleIds: way.pumps.map((at) => pumps[at]!.id) };
    }
    default: {
      return way;
    }
  }
}
