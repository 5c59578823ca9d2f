import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type AlertCode, alertPage, type LiveNamespace } from '@tongyun/contracts';
import { ApiSession } from '../apps/simulator/src/index.js';
import { DEMO_PASSWORD } from '../database/seeds/demo/sign-ins.js';
import {
  freePorts,
  type ProductProcess,
  startProcess,
} from '../test/browser/support/product-process.js';
import type { ReportingTruck } from '../test/browser/support/reporting-truck.js';
import { type AlertScene, enterBuiltUpArea, leaveRange } from './alert-scenes.js';
import { AlertWatcher } from './alert-watcher.js';
import { latencies } from './percentile.js';

/** Told to the runner: the built product is started, so it must be up to date. */
export const measuresProduct = true;

const DEFAULT_COUNT = 20;
/** As many as the demo's first enterprise can send out at a time. */
const TRIPS = 6;
const CONFIRMED_BY_FIXES = 3;
const FIX_EVERY_MS = 1_000;
/** No multiple of the second in which messages to a screen are merged. */
const TRUCK_EVERY_MS = 370;
const SEEN_WITHIN_MS = 30_000;
/** Long enough for an alert that is told twice to show. */
const LINGER_MS = 3_000;

const SCREENS: readonly { namespace: LiveNamespace; username: string }[] = [
  { namespace: 'dispatcher', username: 'diaodu' },
  { namespace: 'admin', username: 'guanlizhan' },
];

/** When the fix that completes the confirmation was sent and acknowledged. */
interface Completed extends Pick<AlertScene, 'code' | 'vehicleId'> {
  readonly sentMs: number;
  readonly acknowledgedMs: number;
}

/** Drives unregistered mixers into the built-up area, and loaded ones out of their plant's range. */
export async function run([count = String(DEFAULT_COUNT)]: readonly string[]): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'tongyun-bench-'));
  const product = await startProcess(folder, await freePorts());
  try {
    return await measure(product, Number(count));
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(product: ProductProcess, count: number): Promise<object> {
  const { baseUrl } = product;
  const dispatcher = await ApiSession.signIn(baseUrl, 'diaodu', DEMO_PASSWORD);
  const watchers = await Promise.all(
    SCREENS.map((screen) => AlertWatcher.open({ ...screen, baseUrl, password: DEMO_PASSWORD })),
  );
  const scenes = await leaveRange(product, dispatcher, Math.min(count, TRIPS));
  for (let nth = 0; nth < count; nth += 1) {
    scenes.push(await enterBuiltUpArea(product, dispatcher, nth));
  }

  const completed = await Promise.all(
    scenes.map(async ({ code, vehicleId, truck }, nth): Promise<Completed> => {
      await wait(nth * TRUCK_EVERY_MS);
      return { code, vehicleId, ...(await confirm(truck)) };
    }),
  );
  const deadline = Date.now() + SEEN_WITHIN_MS;
  const isSeen = () =>
    completed.every((it) => watchers.every((watcher) => watcher.sawAt(it) !== undefined));
  while (!isSeen() && Date.now() < deadline) await wait(100);
  await wait(LINGER_MS);

  const alerts = await dispatcher.all('alerts', alertPage);
  for (const watcher of watchers) watcher.close();
  for (const { truck } of scenes) truck.close();
  const figuresOf = (code: AlertCode) => {
    const ours = completed.filter((it) => it.code === code);
    const raised = alerts.filter((alert) => alert.code === code);
    const distinct = new Set(raised.map(({ vehicleId }) => vehicleId)).size;
    const sinceSent = delays(ours, watchers, 'sentMs');
    return {
      alerts: distinct,
      duplicates: Math.max(
        raised.length - distinct,
        ...watchers.map((watcher) => watcher.duplicatesOf(code)),
      ),
      unseen: watchers.length * ours.length - sinceSent.length,
      ...latencies(sinceSent),
      sinceAcknowledged: latencies(delays(ours, watchers, 'acknowledgedMs')),
    };
  };
  return {
    unregisteredInZone: figuresOf('unregistered_in_zone'),
    overRadius: figuresOf('over_radius'),
  };
}

async function confirm(
  truck: ReportingTruck,
): Promise<Pick<Completed, 'sentMs' | 'acknowledgedMs'>> {
  for (let nth = 1; nth < CONFIRMED_BY_FIXES; nth += 1) {
    await truck.report();
    await wait(FIX_EVERY_MS);
  }
  const sentMs = performance.now();
  await truck.report();
  return { sentMs, acknowledgedMs: performance.now() };
}

const delays = (
  completed: readonly Completed[],
  watchers: readonly AlertWatcher[],
  from: 'sentMs' | 'acknowledgedMs',
): number[] =>
  completed.flatMap((it) =>
    watchers.flatMap((watcher) => {
      const sawAtMs = watcher.sawAt(it);
      return sawAtMs === undefined ? [] : [sawAtMs - it[from]];
    }),
  );
