import type { Permission } from '@tongyun/accounts';
import type { LiveTopic } from '@tongyun/contracts';

/** What a subscriber must be allowed to read; one of several is enough. */
export const TOPIC_PERMISSIONS: Readonly<Record<LiveTopic, readonly Permission[]>> = {
  alert: ['alerts.read'],
  driver_alert: ['driver.alerts'],
  day_plan: ['dispatch.read_plan'],
  order: ['orders.read'],
  trip: ['trips.read', 'driver.day'],
  terminal: ['terminals.read'],
  vehicle: ['map.read'],
};

export const VIEWPORT_PERMISSION: Permission = 'map.read';
