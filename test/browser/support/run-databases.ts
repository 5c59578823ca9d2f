import { Client } from 'pg';

const SERVER_VARIABLE = 'TONGYUN_RUN_POSTGRES';
const PREPARED = 'prepared';

/** @param url of the database from which others are made; the workers have it by their environment */
export const tellRunServer = (url: string): void => {
  process.env[SERVER_VARIABLE] = url;
};

/** Makes the database that every product of the run begins with a copy of; answers with its address. */
export const createPreparedDatabase = (): Promise<string> => createEmptyDatabase(PREPARED);

/** @param name in lower case; answers with its address */
export async function createEmptyDatabase(name: string): Promise<string> {
  await ask(`CREATE DATABASE "${name}"`);
  return urlOf(name);
}

/** @param name of the copy, in lower case; answers with its address */
export async function copyPreparedDatabase(name: string): Promise<string> {
  await ask(`CREATE DATABASE "${name}" TEMPLATE ${PREPARED} STRATEGY FILE_COPY`);
  return urlOf(name);
}

async function ask(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function serverUrl(): string {
  const url = process.env[SERVER_VARIABLE];
  if (url === undefined) throw new Error('the run began without its PostgreSQL');
  return url;
}
