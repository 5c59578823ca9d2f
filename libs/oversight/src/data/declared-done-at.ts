/**
 * SQL for the instant by which a declared trip counts in sums, charts, the ledger and the workbook of
 * a period: its discharge, or its departure while that is not told. `declared_trip_done` indexes it.
 *
 * @param trip the alias of its row
 */
export const declaredDoneAt = (trip: string): string =>
  `coalesce(${trip}.discharged_at, ${trip}.left_plant_at)`;
