import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { migratedSnapshotFile } from '../../../../test/support/migrated-snapshot.js';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database.js';

/** Asks forty times; the long text makes TCP cut the question into pieces. */
async function ask(asker: Client, who: number): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    const sent = [who * 1_000 + turn, 'x'.repeat(turn % 2 ? 200_000 : 10)];
    const { rows } = await asker.query('SELECT $1::int AS n, length($2) AS length', sent);
    if (rows[0].n !== sent[0]) wrong.push(rows[0]);
  }
  return wrong;
}

describe('startEmbeddedDatabase', () => {
  let database: EmbeddedDatabase;
  const clients: Client[] = [];

  beforeAll(async () => {
    database = await startEmbeddedDatabase({
      snapshot: new Blob([await readFile(await migratedSnapshotFile())]),
    });
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
    await database?.close();
  });

  const connect = async () => {
    const client = new Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  };

  it('gives each of many who ask at once his own rows', async () => {
    const askers = await Promise.all(Array.from({ length: 8 }, connect));
    expect((await Promise.all(askers.map(ask))).flat()).toEqual([]);
  });

  it('keeps others out of an open transaction', async () => {
    const [one, other] = [await connect(), await connect()];
    await one.query('CREATE TABLE tally (n int)');
    await one.query('BEGIN');
    await one.query('INSERT INTO tally VALUES (1)');
    const counted = other.query('SELECT count(*)::int AS n FROM tally');
    await one.query('INSERT INTO tally VALUES (2)');
    await one.query('COMMIT');

    expect((await counted).rows).toEqual([{ n: 2 }]);
  });

  it('answers each question once after one that failed', async () => {
    const asker = await connect();
    await asker.query('CREATE TABLE single (n int UNIQUE)');
    await asker.query('INSERT INTO single VALUES (1)');
    for (let turn = 0; turn < 50; turn += 1) {
      const answers = await Promise.allSettled([
        asker.query('INSERT INTO single VALUES ($1)', [1]),
        asker.query('UPDATE single SET n = n + $1', [0]),
        asker.query('SELECT $1::int AS n', [turn]),
      ]);

      expect(answers).toMatchObject([
        { status: 'rejected', reason: { code: '23505' } },
        { status: 'fulfilled', value: { command: 'UPDATE', rowCount: 1 } },
        { status: 'fulfilled', value: { rows: [{ n: turn }] } },
      ]);
    }
  });

  it('undoes the transaction of a client that goes away', async () => {
    const [leaving, staying] = [await connect(), await connect()];
    await staying.query('CREATE TABLE kept (n int)');
    await leaving.query('BEGIN');
    await leaving.query('INSERT INTO kept VALUES (1)');
    await leaving.end();

    expect((await staying.query('SELECT * FROM kept')).rows).toEqual([]);
  });

  it('answers the next question after one that it refused', async () => {
    const asker = await connect();

    await expect(asker.query('SELECT $1::int / 0', [1])).rejects.toMatchObject({ code: '22012' });
    expect((await asker.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  });
});
