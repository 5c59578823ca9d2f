import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { alertPage, type LiveNamespace, vehicleView } from '@tongyun/contracts';
import { destination, wgs84 } from '@tongyun/geo';
import { ApiSession } from '../apps/simulator/src/index.js';
import { DEMO_PASSWORD } from '../database/seeds/demo/sign-ins.js';
import {
  freePorts,
  type ProductProcess,
  startProcess,
} from '../test/browser/support/product-process.js';
import { identityOf, ReportingTruck } from '../test/browser/support/reporting-truck.js';
import { AlertWatcher } from './alert-watcher.js';
import { latencies } from './percentile.js';

/** Told to the runner: the built product is started, so it must be up to date. */
export const measuresProduct = true;

const DEFAULT_COUNT = 20;
/** Inside the built-up area and no other zone. */
const BUILT_UP = wgs84(120.16, 30.3);
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
interface Completed {
  readonly vehicleId: string;
  readonly sentMs: number;
  readonly acknowledgedMs: number;
}

/** Drives unregistered mixers into the built-up area under the eyes of both screens. */
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
  const trucks: { vehicleId: string; truck: ReportingTruck }[] = [];
  for (let nth = 0; nth < count; nth += 1) trucks.push(await enter(product, dispatcher, nth));

  const completed = await Promise.all(
    trucks.map(async ({ vehicleId, truck }, nth): Promise<Completed> => {
      await wait(nth * TRUCK_EVERY_MS);
      return { vehicleId, ...(await confirm(truck)) };
    }),
  );
  const deadline = Date.now() + SEEN_WITHIN_MS;
  const isSeen = () =>
    completed.every(({ vehicleId }) => watchers.every((it) => it.sawAt(vehicleId) !== undefined));
  while (!isSeen() && Date.now() < deadline) await wait(100);
  await wait(LINGER_MS);

  const alerts = await dispatcher.all('alerts', alertPage);
  for (const watcher of watchers) watcher.close();
  for (const { truck } of trucks) truck.close();
  return {
    alerts: new Set(alerts.map(({ vehicleId }) => vehicleId)).size,
    duplicates: Math.max(
      alerts.length - new Set(alerts.map(({ vehicleId }) => vehicleId)).size,
      ...watchers.map(({ duplicates }) => duplicates),
    ),
    unseen: watchers.length * count - delays(completed, watchers, 'sentMs').length,
    ...latencies(delays(completed, watchers, 'sentMs')),
    sinceAcknowledged: latencies(delays(completed, watchers, 'acknowledgedMs')),
  };
}

/** A mixer of the dispatcher's own that nobody has registered, with its terminal on line. */
async function enter(product: ProductProcess, dispatcher: ApiSession, nth: number) {
  const digits = String(nth).padStart(3, '0');
  const plate = { plateNo: `浙A9V${digits}`, plateColor: 'yellow' } as const;
  const { id: vehicleId } = await dispatcher.post('vehicles', vehicleView, {
    ...plate,
    kind: 'mixer',
    fleetNo: `BENCH-${digits}`,
    ownerEnterpriseId: dispatcher.user.enterpriseId,
    drumCapacityM3: 12,
  });
  const truck = new ReportingTruck(
    identityOf({ ...plate, terminalPhone: `1380009${String(nth).padStart(4, '0')}` }),
    product.jt808Port,
    destination(BUILT_UP, 90, nth * 50),
    new Date(),
  );
  await truck.connect();
  return { vehicleId, truck };
}

async function confirm(truck: ReportingTruck): Promise<Omit<Completed, 'vehicleId'>> {
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
      const sawAtMs = watcher.sawAt(it.vehicleId);
      return sawAtMs === undefined ? [] : [sawAtMs - it[from]];
    }),
  );
