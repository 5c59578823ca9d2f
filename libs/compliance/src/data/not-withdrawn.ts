/**
 * SQL: a row of `training_result` was not withdrawn.
 *
 * @param result what the query calls the row
 */
export const notWithdrawn = (result: string): string =>
  `NOT EXISTS (SELECT 1 FROM training_withdrawal gone WHERE gone.result_id = ${result}.id)`;
