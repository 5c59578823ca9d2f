import type { SameKeys } from '../../i18n/same-keys.js';
import type { zhCN } from './zh-CN.js';

export const en: SameKeys<typeof zhCN> = {
  title: 'Tongyun',
  choose: 'Choose the page you work on',
  dispatcher: { name: 'Dispatch desk', note: 'Orders, assignment, live map, alerts' },
  plan: { name: 'Plan of the day', note: 'Plan, release and change trucks and pumps of a day' },
  plant: { name: 'Plant desk', note: 'Queue, batching, weighing, delivery tickets' },
  driver: { name: 'Driver', note: 'Phone: check in, trip, stages' },
  police: { name: 'Roadside query', note: 'Enter a plate, get the verdict' },
  fitter: { name: 'Terminals', note: 'Phone: fit, bind, swap and calibrate terminals' },
  city: { name: 'The city', note: 'Volumes, trips, alerts, ledger, who can help' },
  grades: { name: 'Credit grades', note: 'Published; without signing in' },
  admin: { name: 'Administration', note: 'Registration, passes, training, terminals' },
};
