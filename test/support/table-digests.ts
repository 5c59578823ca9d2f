import type { DataSource } from 'typeorm';

/** Written by the program itself, whenever; a writer of these is no caller's. */
const ITS_OWN = [
  'alert_delivery',
  'audit_entry',
  'audit_verification',
  'idempotent_answer',
  'judge_input',
  'judge_timer',
  'lease',
  'outbox_event',
  'outbox_receipt',
  'spatial_ref_sys',
  'trip_way',
  'vehicle_track',
];

/** Says of every table what is in it, so that two looks tell which were written between them. */
export async function openTableDigests(
  dataSource: DataSource,
): Promise<() => Promise<ReadonlyMap<string, string>>> {
  const tables: { name: string }[] = await dataSource.query(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       AND NOT relname = ANY($1::text[])
     ORDER BY relname`,
    [ITS_OWN],
  );
  const look = tables
    .map(
      ({ name }) => `SELECT '${name}' AS name, count(*) || ' ' || coalesce(
        md5(string_agg(md5(each::text), '' ORDER BY md5(each::text))), '') AS digest FROM "${name}" each`,
    )
    .join(' UNION ALL ');
  return async () => {
    const rows: { name: string; digest: string }[] = await dataSource.query(look);
    return new Map(rows.map(({ name, digest }) => [name, digest]));
  };
}
