import { type Clock, CLOCK } from '@tongyun/kernel';
import { TIME_ZONE } from '@tongyun/platform';
import type { ServiceSource } from './demo-services.js';
import { loadDeliveries } from './load-deliveries.js';
import { loadDistricts } from './load-districts.js';
import { type DemoFleet, loadFleet } from './load-fleet.js';
import { loadGrades } from './load-grades.js';
import { loadPapers } from './load-papers.js';
import { loadUsers } from './load-users.js';

/**
 * Loads the small Hangzhou scenario through the slices' own services.
 *
 * Each thing is looked for by its natural key first, so a second run adds nothing, and one that was
 * cut short goes on where it stopped. Orders are the operating day's: the first run on another day
 * adds that day's dozen.
 *
 * @param app an application that mounts accounts, fleet, compliance, deliveries and credit
 */
export async function loadDemo(app: ServiceSource): Promise<DemoFleet> {
  const now = app.get<Clock>(CLOCK, { strict: false }).now();
  const timeZone = app.get<string>(TIME_ZONE, { strict: false });
  await loadDistricts(app, now);
  const fleet = await loadFleet(app, now);
  await loadPapers(app, fleet, now, timeZone);
  await loadGrades(app, fleet.enterprises, now, timeZone);
  await loadUsers(app, fleet.enterprises);
  await loadDeliveries(app, fleet, now, timeZone);
  return fleet;
}
