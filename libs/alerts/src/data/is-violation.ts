/**
 * SQL for whether an alert speaks against who let it happen: a mere notice warns ahead or tells of a
 * device, a false alarm was none, and what an authorised diversion or an emergency muted was allowed.
 *
 * @param alert the alias of its row
 */
export const isViolation = (alert: string): string =>
  `(${alert}.level <> 'notice' AND ${alert}.state <> 'false_alarm' AND ${alert}.mute_id IS NULL)`;
