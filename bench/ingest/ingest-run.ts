import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { DEMO_PASSWORD } from '../../database/seeds/demo/sign-ins.js';
import {
  freePorts,
  type Ports,
  type ProductProcess,
  startProcess,
} from '../../test/browser/support/product-process.js';
import { type CpuSpent, cpuUsEach, readCpuSpent } from './cpu-spent.js';
import { readRows } from './database-alone.js';
import { enterFleet, numbersOf } from './enter-fleet.js';
import { atMsOf, type Load } from './load.js';
import { preciseNowMs } from './orders.js';
import { PositionScreen } from './position-screen.js';
import { Sender } from './sender.js';

/**
 * Fixes that a vehicle sends at once where it is about the rate: as many frames of 65 bytes as a
 * segment of 1,460 bytes holds, as a terminal empties its memory.
 */
export const TOGETHER = 20;
/** Fixes that one vehicle has under way at most: half of them are sent as the others are answered. */
const WINDOW = 2 * TOGETHER;
const WARM_UP_FIXES = 20;
/** Vehicles report for each second of this long past, so that none is of the future. */
const PAST_MS = 2 * 3_600_000;
const KILLED_AFTER_MS = 4_000;
const SETTLED_WITHIN_MS = 120_000;
const MOST_ROWS = 300_000;
const LOOK_EVERY_MS = 50;

interface Setting {
  readonly folder: string;
  readonly vehicles: number;
  urlOf(database: string): string;
}

interface Rate {
  readonly fixes: number;
  readonly fixesPerSec: number;
  /** By whom it is spent; null where the machine does not tell. */
  readonly cpuUsPerFix: CpuSpent | null;
}

/** Fixes of each vehicle whose frames are made. */
interface Prepared {
  readonly from: number;
  readonly count: number;
}

/** One product on one database, the terminals and the screen around it. */
export class IngestRun {
  private nextNth = 0;
  private isStopped = false;

  private constructor(
    private readonly setting: Setting,
    private readonly ports: Ports,
    private readonly load: Load,
    private readonly client: Client,
    private readonly numbers: ReadonlyMap<string, number>,
    private readonly sender: Sender,
    private product: ProductProcess,
    private screen: PositionScreen,
  ) {}

  static async prepare(setting: Setting): Promise<IngestRun> {
    const ports = await freePorts();
    const load = { vehicles: setting.vehicles, startMs: wholeSecond(Date.now() - PAST_MS) };
    const admin = new Client({ connectionString: setting.urlOf('postgres') });
    await admin.connect();
    await admin.query('CREATE DATABASE ingest');
    // The demo's zones, limits and sign-ins first, then the fleet, then the product that is measured.
    await (await startProduct(setting, ports)).stop();
    await admin.query('CREATE DATABASE no_fixes TEMPLATE ingest');
    await admin.end();

    const client = new Client({ connectionString: setting.urlOf('ingest') });
    await client.connect();
    client.on('error', (error) => console.error(String(error))); // else it hides what came before
    await enterFleet(client, load);
    const numbers = await numbersOf(client, load);
    const product = await startProduct(setting, ports);
    const screen = await openScreen(product, numbers);
    const sender = new Sender(new URL('./ingest-sender.mjs', import.meta.url));
    await sender.connect(ports.jt808Port, load);
    return new IngestRun(setting, ports, load, client, numbers, sender, product, screen);
  }

  /** Fixes a second, from the first byte to the last of them seen on the screen. */
  async measureRate(fixesOfEach: number): Promise<Rate> {
    await this.flood(await this.prepare(WARM_UP_FIXES));
    const prepared = await this.prepare(fixesOfEach);
    const before = readCpuSpent();
    const startedMs = await this.flood(prepared);
    const fixes = fixesOfEach * this.load.vehicles;
    const fixesPerSec = fixes / ((preciseNowMs() - startedMs) / 1_000);
    const after = readCpuSpent();
    const cpuUsPerFix = before && after && cpuUsEach(before, after, fixes);
    console.error(`pipeline: ${Math.round(fixesPerSec)} fixes/s, ${JSON.stringify(cpuUsPerFix)}`);
    return { fixes, fixesPerSec, cpuUsPerFix };
  }

  /**
   * Milliseconds from sending a fix until the screen showed its vehicle there, or further on.
   *
   * @param together how many fixes a vehicle sends at once
   */
  async measureDelays(perSec: number, seconds: number, together = 1): Promise<number[]> {
    const { vehicles } = this.load;
    const count = together * Math.max(1, Math.round((perSec * seconds) / vehicles / together));
    const { from } = await this.prepare(count);
    const { sentMs } = await this.sender.send({ kind: 'pace', from, count, perSec, together });
    await this.untilSeen();
    return sentMs.flatMap((ms, packet) => {
      const seen = this.screen.sightings.get(packet % vehicles)!;
      const first = from + together * Math.floor(packet / vehicles);
      return Array.from({ length: together }, (_, nth) => {
        const atMs = atMsOf(this.load, first + nth);
        return seen.find(({ fixAtMs }) => fixAtMs >= atMs)!.seenMs - ms;
      });
    });
  }

  /** What the product tells Prometheus of itself now, the metrics without labels. */
  async metrics(): Promise<ReadonlyMap<string, number>> {
    const text = await (await fetch(`${this.product.baseUrl}/metrics`)).text();
    const lines = text.split('\n').flatMap((line) => /^(\w+) (\S+)$/.exec(line) ?? []);
    const pairs = Array.from({ length: lines.length / 3 }, (_, nth) => lines.slice(nth * 3 + 1));
    return new Map(pairs.map(([name, value]) => [name!, Number(value)]));
  }

  /** Fixes that were sent and are not there. */
  countMissing(): Promise<number> {
    return this.countLost(
      0,
      Array.from({ length: this.load.vehicles }, () => this.nextNth),
    );
  }

  /** Kills the product in mid-load, starts it again and looks for what it had acknowledged. */
  async kill(
    fixesOfEach: number,
  ): Promise<{ readonly acknowledged: number; readonly lost: number; readonly unjudged: number }> {
    const { from, count } = await this.prepare(fixesOfEach);
    const flood = this.sender.send({ kind: 'flood', from, count, window: WINDOW });
    await wait(KILLED_AFTER_MS);
    await this.product.kill();
    const { acknowledged } = await flood;
    this.screen.close();
    this.product = await startProduct(this.setting, this.ports);
    const deadline = Date.now() + SETTLED_WITHIN_MS;
    while ((await this.unjudged()) > 0 && Date.now() < deadline) await wait(500);
    return {
      acknowledged: sumOf(acknowledged),
      lost: await this.countLost(from, acknowledged),
      unjudged: await this.unjudged(),
    };
  }

  /** The address of a database with the same schema and no fixes in it. */
  get emptyCopy(): string {
    return this.setting.urlOf('no_fixes');
  }

  async rows() {
    const client = new Client({ connectionString: this.setting.urlOf('ingest') });
    await client.connect();
    try {
      return await readRows(client, MOST_ROWS);
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    if (this.isStopped) return;
    this.isStopped = true;
    this.screen.close();
    await this.sender.stop();
    await this.product.stop();
    await this.client.end();
  }

  /** @returns when it began */
  private async flood({ from, count }: Prepared): Promise<number> {
    const order = { kind: 'flood' as const, from, count, window: WINDOW };
    const { startedMs, acknowledged } = await this.sender.send(order);
    if (sumOf(acknowledged) !== count * this.load.vehicles) throw new Error('not all were taken');
    console.error(`acknowledged after ${Math.round(preciseNowMs() - startedMs)} ms`);
    await this.untilSeen();
    return startedMs;
  }

  /** Has the frames of the next `count` fixes of each vehicle made. */
  private async prepare(count: number): Promise<Prepared> {
    const from = this.nextNth;
    this.nextNth += count;
    await this.sender.prepare(from, count);
    return { from, count };
  }

  private async untilSeen(): Promise<void> {
    const lastMs = atMsOf(this.load, this.nextNth - 1);
    const deadline = Date.now() + SETTLED_WITHIN_MS;
    while (!this.screen.hasSeenAll(this.load.vehicles, lastMs)) {
      if (Date.now() > deadline) throw new Error('the screen never saw the last fixes');
      await wait(LOOK_EVERY_MS);
    }
  }

  private async unjudged(): Promise<number> {
    const { rows } = await this.client.query<{ count: number }>(
      `SELECT (SELECT coalesce(sum(fixes), 0) FROM fix_waiting)::int
         + (SELECT count(*) FROM fix_left)::int AS count`,
    );
    return rows[0]!.count;
  }

  /** Of the first fixes from `from` on that each vehicle has acknowledged, those that are not stored. */
  private async countLost(from: number, acknowledged: readonly number[]): Promise<number> {
    const asked = [...this.numbers].filter(([, vehicle]) => acknowledged[vehicle]! > 0);
    const lastOf = (vehicle: number) => atMsOf(this.load, from + acknowledged[vehicle]! - 1);
    // A vehicle's fixes are of different seconds: as many as there are, so many are stored.
    const { rows } = await this.client.query<{ stored: number }>(
      `SELECT coalesce(sum(stored), 0)::int AS stored
       FROM unnest($1::uuid[], $2::timestamptz[]) AS asked (vehicle_id, last_at),
         LATERAL (SELECT count(DISTINCT at) AS stored FROM fix
           WHERE fix.vehicle_id = asked.vehicle_id AND at BETWEEN $3 AND asked.last_at) AS found`,
      [
        asked.map(([vehicleId]) => vehicleId),
        asked.map(([, vehicle]) => new Date(lastOf(vehicle))),
        new Date(atMsOf(this.load, from)),
      ],
    );
    return sumOf(acknowledged) - rows[0]!.stored;
  }
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const wholeSecond = (ms: number): number => Math.floor(ms / 1_000) * 1_000;

const startProduct = ({ folder, urlOf }: Setting, ports: Ports): Promise<ProductProcess> =>
  startProcess(folder, ports, { DATABASE_URL: urlOf('ingest'), LOG_LEVEL: 'warn' });

const openScreen = ({ baseUrl }: ProductProcess, numbers: ReadonlyMap<string, number>) =>
  PositionScreen.open(baseUrl, 'guanlizhan', DEMO_PASSWORD, numbers);
