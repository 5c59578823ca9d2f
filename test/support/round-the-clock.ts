import { addMinutes } from '@tongyun/kernel';
import { sent } from './api-client.js';
import type { TestServer } from './test-server.js';

const HOURS = {
  'plan.plant_opens_hour': 0,
  'plan.plant_closes_hour': 48,
  'plan.duty_from_hour': 0,
  'plan.duty_to_hour': 48,
};

/** Lets plants load and people work at any hour, so that a spec of the running day runs at any. */
export async function openRoundTheClock(server: TestServer): Promise<void> {
  const effectiveFrom = addMinutes(new Date(), -5).toISOString();
  for (const [key, value] of Object.entries(HOURS)) {
    const policy = { key, value, effectiveFrom, source: 'spec', reason: 'spec' };
    await sent(server.as('concrete_admin').post('policies', policy));
  }
}
