import type { DataSource } from 'typeorm';

interface GivenDatabase {
  readonly url: string;
  /** Another spec file had it before: what that one wrote is still in it. */
  readonly isUsed: boolean;
}

/** Asks the giver of this run (database-giver.mjs) for an embedded database nobody else has. */
export const askForDatabase = (snapshotFile: string): Promise<GivenDatabase> =>
  ask('/give', { snapshotFile }) as Promise<GivenDatabase>;

export async function giveBack(url: string): Promise<void> {
  await ask('/take-back', { url });
}

/** Waits until nobody else makes the snapshot; says whether it is still to be made, by the caller. */
export async function takeSnapshotTurn(snapshotFile: string): Promise<boolean> {
  return ((await ask('/take-turn', { snapshotFile })) as { isMine: boolean }).isMine;
}

export async function endSnapshotTurn(): Promise<void> {
  await ask('/end-turn', {});
}

async function ask(path: string, body: object): Promise<unknown> {
  const giver = process.env['TEST_DATABASE_GIVER'];
  if (giver === undefined) throw new Error('Jest was started without its global set-up');
  const response = await fetch(`${giver}${path}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** Every table as the migrations left it: they fill none but PostGIS's own and the list of themselves. */
export async function emptyTables(dataSource: DataSource): Promise<void> {
  const [{ names }]: [{ names: string }] = await dataSource.query(
    `SELECT string_agg(format('%I', tablename), ', ') AS names FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('spatial_ref_sys', 'migrations')`,
  );
  await emptyOf(dataSource, names);
}

/** Empties tables whatever guards them: what is only added to refuses it of everybody else. */
export async function emptyOf(dataSource: DataSource, names: string): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query(`SET LOCAL session_replication_role = replica`);
    await tx.query(`TRUNCATE ${names} RESTART IDENTITY CASCADE`);
  });
}
