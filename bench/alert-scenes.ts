import {
  type AlertCode,
  batchRecordView,
  plantPage,
  siteView,
  vehiclePage,
  vehicleView,
} from '@tongyun/contracts';
import { destination, type Wgs84, wgs84 } from '@tongyun/geo';
import { ApiSession } from '../apps/simulator/src/index.js';
import { DEMO_PASSWORD } from '../database/seeds/demo/sign-ins.js';
import { DEMO_VEHICLES } from '../database/seeds/demo/vehicles.js';
import { BusyDesk } from '../test/browser/support/busy-desk.js';
import type { ProductProcess } from '../test/browser/support/product-process.js';
import { identityOf, ReportingTruck } from '../test/browser/support/reporting-truck.js';
import { TappingDriver } from '../test/browser/support/tapping-driver.js';

/** Inside the built-up area and no other zone. */
const BUILT_UP = wgs84(120.16, 30.3);
/** Away from every zone, as seen from the plant. */
const SOUTH_WEST_DEG = 225;
/** Beyond the margin that is granted for jitter. */
const BEYOND_RANGE_M = 3_000;
const TAPS_UNTIL_EN_ROUTE = 3;

/** A truck that stands where a few more fixes make an alert. */
export interface AlertScene {
  readonly code: AlertCode;
  readonly vehicleId: string;
  readonly truck: ReportingTruck;
}

/** A mixer of the dispatcher's own that nobody has registered, with its terminal on line. */
export async function enterBuiltUpArea(
  { jt808Port }: ProductProcess,
  dispatcher: ApiSession,
  nth: number,
): Promise<AlertScene> {
  const digits = String(nth).padStart(3, '0');
  const plate = { plateNo: `浙A9V${digits}`, plateColor: 'yellow' } as const;
  const terminalPhone = `1380009${String(nth).padStart(4, '0')}`;
  // Its terminal is there first: the vehicle that is entered with this plate is then the one it reports.
  const truck = await onLine(identityOf({ ...plate, terminalPhone }), jt808Port, nth, BUILT_UP);
  const { id: vehicleId } = await dispatcher.post('vehicles', vehicleView, {
    ...plate,
    kind: 'mixer',
    fleetNo: `BENCH-${digits}`,
    ownerEnterpriseId: dispatcher.user.enterpriseId,
    drumCapacityM3: 12,
  });
  return { code: 'unregistered_in_zone', vehicleId, truck };
}

/** Registered mixers of the demo, each loaded and on its trip, just beyond their plant's range. */
export async function leaveRange(
  product: ProductProcess,
  dispatcher: ApiSession,
  count: number,
): Promise<AlertScene[]> {
  const plants = await dispatcher.all('plants', plantPage);
  const plant = plants.find(({ enterpriseId }) => enterpriseId === dispatcher.user.enterpriseId)!;
  const at = wgs84(plant.position.lng, plant.position.lat);
  const site = await dispatcher.post('sites', siteView, {
    enterpriseId: plant.enterpriseId,
    name: '滨江公园工地',
    projectName: '滨江公园',
    contractor: '钱江建设',
    position: { ...destination(at, 150, 2_000), crs: 'wgs84' },
  });
  const plantDesk = await ApiSession.signIn(product.baseUrl, 'bangfang', DEMO_PASSWORD);
  const vehicles = await dispatcher.all('vehicles', vehiclePage);
  const desk = new BusyDesk(dispatcher, plant, site, new Date());
  const range = plant.range;
  if (range?.radiusM == null) throw new Error(`${plant.name} has no radius`);
  const beyond = destination(at, SOUTH_WEST_DEG, range.radiusM + BEYOND_RANGE_M);

  const scenes: AlertScene[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const assignment = await desk.takeAndAssign();
    const { vehicleId } = assignment;
    const vehicle = vehicles.find(({ id }) => id === vehicleId)!;
    const his = DEMO_VEHICLES.find(({ fleetNo }) => fleetNo === vehicle.fleetNo);
    if (his?.kind !== 'mixer') throw new Error(`the demo has no mixer ${vehicle.fleetNo}`);
    const driver = await TappingDriver.checkIn(product.baseUrl, dispatcher, assignment, vehicle);
    await plantDesk.post('batch-records', batchRecordView, {
      tripId: driver.tripId,
      vehicleId,
      plantId: plant.id,
      grade: 'C30',
      batchedM3: 8,
      batchedAt: new Date().toISOString(),
    });
    for (let tap = 0; tap < TAPS_UNTIL_EN_ROUTE; tap += 1) await driver.tap();
    const truck = await onLine(identityOf(his), product.jt808Port, nth, beyond);
    scenes.push({ code: 'over_radius', vehicleId, truck });
  }
  return scenes;
}

async function onLine(
  identity: ReturnType<typeof identityOf>,
  jt808Port: number,
  nth: number,
  from: Wgs84,
): Promise<ReportingTruck> {
  const truck = new ReportingTruck(
    identity,
    jt808Port,
    destination(from, 90, nth * 50),
    new Date(),
  );
  await truck.connect();
  return truck;
}
