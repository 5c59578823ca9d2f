/**
 * SQL for the badge of whoever acts: the officer whom an agency's key names, else his own; null for
 * anybody who has none. Reads the table of accounts.
 *
 * @param named an expression for the badge that a key names, or null
 * @param userId an expression for who is signed in
 */
export const actingBadge = (named: string, userId: string): string =>
  `coalesce(${named}, (SELECT officer.badge_no FROM app_user officer WHERE officer.id = ${userId}))`;
