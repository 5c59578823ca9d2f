import { addMinutes } from '@tongyun/kernel';
import { sent } from './api-client.js';
import type { TestServer } from './test-server.js';

/** Decides policies for the whole city, in force since a moment ago. */
export async function decidePolicies(
  server: TestServer,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const effectiveFrom = addMinutes(new Date(), -5).toISOString();
  for (const [key, value] of Object.entries(values)) {
    const policy = { key, value, effectiveFrom, source: 'spec', reason: 'spec' };
    await sent(server.as('concrete_admin').post('policies', policy));
  }
}

/** Lets plants load and people work at any hour, so that a spec of the running day runs at any. */
export const openRoundTheClock = (server: TestServer): Promise<void> =>
  decidePolicies(server, {
    'plan.plant_opens_hour': 0,
    'plan.plant_closes_hour': 48,
    'plan.duty_from_hour': 0,
    'plan.duty_to_hour': 48,
  });
