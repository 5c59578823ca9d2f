import type { IdleView } from '@tongyun/contracts';
import type { IdleNear } from '../city-queries.service.js';

export const toIdleView = ({ vehicles, plants, now }: IdleNear): IdleView => ({
  vehicles: vehicles.map(({ lng, lat, fixAt, ...vehicle }) => ({
    ...vehicle,
    position: { lng, lat },
    fixAt: fixAt.toISOString(),
  })),
  plants: plants.map(({ lng, lat, ...plant }) => ({ ...plant, position: { lng, lat } })),
  dataAt: now.toISOString(),
});
