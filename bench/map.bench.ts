import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Browser, type CDPSession, chromium } from '@playwright/test';
import { Client } from 'pg';
import { startThrowawayPostgres } from '../scripts/throwaway-postgres.mjs';
import { chromiumPath, SOFTWARE_GL_ARGS } from '../test/browser/support/chromium.js';
import { freePorts, startProcess } from '../test/browser/support/product-process.js';
import { enterFleet } from './ingest/enter-fleet.js';
import type { Load } from './ingest/load.js';
import { Sender } from './ingest/sender.js';
import { type DeskPage, openDesk } from './map/desk-page.js';
import { countUpdates } from './map/heard-updates.js';
import { watchMainThread } from './map/main-thread.js';
import { percentile } from './percentile.js';

/** Told to the runner: the built product is started, so it must be up to date. */
export const measuresProduct = true;

const OPTIONS = {
  /** Hangzhou's mixers, boom pumps and trailer pumps (requirements, Table 1), on one desk's map. */
  vehicles: { type: 'string', default: '3100' },
  seconds: { type: 'string', default: '30' },
  /** Fresh visits, of which the median is told. */
  visits: { type: 'string', default: '3' },
  /** A file for the processor profile of the page while it is watched. */
  profile: { type: 'string' },
  /** A file for a picture of the desk as it was watched. */
  picture: { type: 'string' },
} as const;
const DATABASE = 'map';
const DISPATCHER = 'diaodu';
/** Until what a fix runs through is compiled. */
const WARM_UP_SECONDS = 10;
const SETTLED_MS = 4_000;
const COUNTED_SECONDS = 10;
/** How long the vehicles report at most: the visits with their films, and what is watched. */
const secondsOf = (visits: number, seconds: number) =>
  WARM_UP_SECONDS + visits * 45 + 2 * seconds + COUNTED_SECONDS + 30;
/** `idle`, as the map draws a vehicle without a trip. */
const IDLE_COLOR = [0x0e, 0x74, 0x90] as const;

/**
 * A dispatcher's map of a city's vehicles, each of which reports once a second over its own socket:
 * how long until the first picture of them, and how busy the page's main thread is from then on.
 */
export async function run(args: readonly string[]): Promise<object> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const [vehicles, seconds] = [Number(values.vehicles), Number(values.seconds)];
  const visits = Number(values.visits);
  const folder = mkdtempSync(join(tmpdir(), 'tongyun-bench-'));
  const postgres = await startThrowawayPostgres(['fsync=on', 'max_connections=50']);
  const url = postgres.urlOf(DATABASE);
  const stops: (() => Promise<unknown>)[] = [() => postgres.stop()];
  try {
    const admin = new Client({ connectionString: postgres.urlOf('postgres') });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${DATABASE}`);
    await admin.end();
    const ports = await freePorts();
    const start = () => startProcess(folder, ports, { DATABASE_URL: url, LOG_LEVEL: 'warn' });
    await (await start()).stop(); // leaves the schema, the demo's zones and its sign-ins

    await enterFleetOf(DISPATCHER, url, { vehicles, startMs: Date.now() });
    const product = await start();
    stops.push(() => product.stop());
    const sender = new Sender(new URL('./ingest-sender.mjs', import.meta.url));
    stops.push(() => sender.stop());
    await sender.connect(ports.jt808Port, { vehicles, startMs: Date.now() });
    const count = secondsOf(visits, seconds);
    await sender.prepare(0, count);
    const browser = await openBrowser();
    stops.push(() => browser.close());

    const [measured] = await Promise.all([
      measure(browser, product.baseUrl, { ...values, visits, seconds }),
      sender.send({ kind: 'pace', from: 0, count, perSec: vehicles, together: 1 }),
    ]);
    return measured;
  } finally {
    for (const stop of stops.toReversed()) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Wanted {
  readonly visits: number;
  readonly seconds: number;
  readonly profile?: string | undefined;
  readonly picture?: string | undefined;
}

/** Visit after visit by somebody who was never there, and the last one for longer. */
async function measure(browser: Browser, baseUrl: string, wanted: Wanted): Promise<object> {
  await wait(WARM_UP_SECONDS * 1_000);
  const visit = { baseUrl, username: DISPATCHER, vehicleColor: IDLE_COLOR };
  const firstPicturesMs: number[] = [];
  for (let nth = 1; nth < wanted.visits; nth += 1) {
    const passing = await openDesk(browser, visit);
    firstPicturesMs.push(passing.firstPictureMs);
    await passing.close();
  }
  const desk = await openDesk(browser, visit);
  firstPicturesMs.push(desk.firstPictureMs);
  const watched = await watch(desk, wanted);
  return { ...watched, firstPictureMs: percentile(firstPicturesMs, 0.5), firstPicturesMs };
}

/** With every vehicle on the map, then with the list of them beside it. */
async function watch(
  { page, cdp }: DeskPage,
  { seconds, profile, picture }: Wanted,
): Promise<object> {
  await page.getByTestId('whole-city').click();
  await wait(SETTLED_MS);
  if (picture !== undefined) await page.screenshot({ path: picture });
  const map = await watchMainThread(cdp, seconds);
  const heard = await countUpdates(cdp, COUNTED_SECONDS);
  if (profile !== undefined) await writeProfile(cdp, profile);
  await page.getByTestId('tab-vehicles').click();
  await wait(SETTLED_MS);
  const withVehicleList = await watchMainThread(cdp, seconds);
  return { ...heard, ...map, withVehicleList };
}

/** The fleet of the load, all of the dispatcher's enterprise, so that it is on one map. */
async function enterFleetOf(username: string, connectionString: string, load: Load): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await enterFleet(client, load);
    await client.query(
      `UPDATE vehicle SET owner_enterprise_id = (SELECT enterprise_id FROM app_user WHERE username = $1)
       WHERE plate_no LIKE $2`,
      [username, '浙B%'],
    );
  } finally {
    await client.end();
  }
}

const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    args: SOFTWARE_GL_ARGS,
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
  });

async function writeProfile(cdp: CDPSession, file: string): Promise<void> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.start');
  await wait(COUNTED_SECONDS * 1_000);
  const { profile } = await cdp.send('Profiler.stop');
  await writeFile(file, JSON.stringify(profile));
}
