import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { copyOn } from './copy-on.js';

const isEmbedded = new WeakMap<object, Promise<boolean>>();

/** Whether `copyIn` works here: the embedded database has no COPY on its wire. */
export async function canCopyIn(tx: EntityManager): Promise<boolean> {
  const { connection } = tx;
  const asked = isEmbedded.get(connection) ?? askIfEmbedded(tx);
  isEmbedded.set(connection, asked);
  // A question that failed is asked again.
  asked.catch(() => isEmbedded.delete(connection));
  return !(await asked);
}

/** Sends rows by `COPY … FROM STDIN` on the connection of a transaction, `rows` in its format. */
export async function copyIn(tx: EntityManager, statement: string, rows: Buffer): Promise<void> {
  const { queryRunner } = tx;
  if (queryRunner === undefined) throw new Error('COPY needs the manager of a transaction');
  await copyOn((await queryRunner.connect()) as Client, statement, rows);
}

/** PGlite is PostgreSQL compiled by Emscripten, and says so. */
async function askIfEmbedded(tx: EntityManager): Promise<boolean> {
  const [{ version }]: [{ version: string }] = await tx.query(`SELECT version()`);
  return /emcc|emscripten|wasm/i.test(version);
}
