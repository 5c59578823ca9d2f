import type { JudgedCase } from './judged-case.js';
import type { Effect } from './reason.js';

/**
 * Registration is demanded on the road inside the zones that bind the vehicle, at their hours
 * (R3); elsewhere the lack of it bars the work only.
 */
export const registrationEffect = ({ demands }: JudgedCase): Effect =>
  demands.length > 0 ? 'forbids_road' : 'forbids_work';

/** Names of the zones that demand it. */
export const zonesDemanding = ({ demands }: JudgedCase): string[] => [
  ...new Set(demands.map(({ zone }) => zone.name)),
];
