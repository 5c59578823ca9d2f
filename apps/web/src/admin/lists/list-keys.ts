/** Heads of the query keys, so that what changes a list can name it. */
export const LIST_KEYS = {
  registrations: ['admin', 'registrations'],
  passes: ['admin', 'passes'],
  applications: ['admin', 'applications'],
  trainings: ['admin', 'trainings'],
  terminals: ['admin', 'terminals'],
  phones: ['admin', 'phones'],
  drivers: ['admin', 'drivers'],
  alerts: ['admin', 'alerts'],
  mutes: ['admin', 'mutes'],
  plants: ['admin', 'plants'],
  enterprises: ['admin', 'enterprises'],
  zones: ['admin', 'zones'],
  imports: ['admin', 'imports'],
  users: ['admin', 'users'],
  credit: ['admin', 'credit'],
  audit: ['admin', 'audit'],
} as const satisfies Record<string, readonly string[]>;
