import type { TripStage, TripView, VehicleView } from '@tongyun/contracts';
import { distanceM, wgs84 } from '@tongyun/geo';
import { Refused } from '../api/refused.js';
import { leavesTheRadius } from '../behaviours/leaves-the-radius.js';
import type { TruckBehaviour } from '../behaviours/behaviour.js';
import { seededRandom } from '@tongyun/kernel';
import { Summary } from '../summary.js';
import { Driver, type Phone } from './driver.js';
import { stageAfter } from './next-act.js';
import { Truck, type TruckLine } from './truck.js';

const road = { name: 'main_road', speedKph: 60, limitKph: 110 } as const;
const roads = {
  junctions: new Map([
    ['west', wgs84(120, 30)],
    ['east', wgs84(120.3, 30)],
  ]),
  roads: [{ from: 'west', to: 'east', roadClass: road }],
};
const plant = wgs84(120.1, 30);
const site = wgs84(120.12, 30);
const LIMIT_M = 5_000;

const silentLine: TruckLine = {
  acknowledgedFixes: 0,
  isOnline: true,
  keepUp: () => undefined,
  report: () => undefined,
  hold: () => undefined,
  heartbeat: () => undefined,
  sendBytes: () => undefined,
  end: () => Promise.resolve(),
};

const vehicle: VehicleView = {
  id: 'v',
  kind: 'mixer',
  plateNo: '浙A12345',
  plateColor: 'yellow',
  equipmentNo: null,
  fleetNo: 'QJ-01',
  ownerName: null,
  ownerEnterpriseId: null,
  isProvisional: false,
  drumCapacityM3: 12,
  boomLengthM: null,
  lineLengthM: null,
  emissionClass: null,
  tareKg: null,
  terminalId: null,
  version: 1,
};
const aTrip: TripView = {
  id: 't1',
  assignmentId: 'a',
  enterpriseId: 'e',
  orderId: 'o',
  orderNo: '1',
  loadNo: 1,
  grade: 'C30',
  slumpMm: 180,
  pourLocation: '梁板',
  plannedM3: 10,
  batchedM3: null,
  takenElsewhereM3: 0,
  diversion: null,
  batchedAt: null,
  plantId: 'p',
  plantName: '站',
  siteId: 's',
  siteName: '工地',
  sitePosition: site,
  siteLandmark: null,
  contactName: null,
  contactPhone: null,
  vehicleId: 'v',
  plateNo: '浙A12345',
  driverId: 'd',
  driverName: '陈',
  stage: 'assigned',
  nextStage: 'loading',
  stages: [],
  version: 1,
};

/** A phone whose server takes every tap at once, and refuses the check-in when told so. */
class FakePhone implements Phone {
  trip: TripView | null = aTrip;
  isOnDuty = false;
  readonly taps: TripStage[] = [];
  checkIns = 0;

  constructor(private readonly refusal: Refused | null = null) {}

  get nextStage(): TripStage | null {
    return this.trip?.nextStage ?? null;
  }

  checkIn(): Promise<void> {
    this.checkIns += 1;
    if (this.refusal) return Promise.reject(this.refusal);
    this.isOnDuty = true;
    return Promise.resolve();
  }

  tap(stage: TripStage): void {
    this.taps.push(stage);
    this.trip = { ...this.trip!, stage, nextStage: stageAfter(stage) };
  }

  refresh(): Promise<number> {
    return Promise.resolve(0);
  }
}

interface Scene {
  readonly phone: FakePhone;
  readonly truck: Truck;
  readonly summary: Summary;
  /** Lets seconds pass; `watch` sees the truck after each. */
  pass(seconds: number, watch?: () => void): Promise<void>;
}

function aScene(
  phone: FakePhone,
  behaviour: TruckBehaviour | null = null,
  seated = new Map<string, Driver>(),
): Scene {
  let nowMs = 0;
  const settings = { roads, pace: 1, reportEverySec: 5, random: seededRandom(1) };
  const truck = new Truck(silentLine, plant, settings, behaviour);
  const summary = new Summary();
  const home = { vehicle, truck };
  const driver = new Driver(phone, {
    home,
    seatOf: (vehicleId) => (vehicleId === vehicle.id ? home : null),
    seated,
    summary,
    lookEverySec: 2,
    dwells: { loadingSec: 20, waitingSec: 10, unloadingSec: 30 },
    now: () => new Date(nowMs),
    plantOf: () => ({ at: plant, limitM: LIMIT_M }),
    batch: () => {
      phone.trip = { ...phone.trip!, batchedAt: new Date(nowMs).toISOString(), batchedM3: 10 };
      return Promise.resolve();
    },
  });
  const pass = async (seconds: number, watch?: () => void) => {
    for (let second = 0; second < seconds; second += 1) {
      nowMs += 1_000;
      driver.tick(nowMs);
      for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
      truck.tick(nowMs, 1);
      watch?.();
    }
  };
  return { phone, truck, summary, pass };
}

describe('Driver', () => {
  it('checks in, loads, delivers and comes back', async () => {
    const { phone, truck, pass, summary } = aScene(new FakePhone());
    await pass(600);

    expect(phone.taps).toEqual([
      'loading',
      'en_route',
      'at_site',
      'unloading',
      'unloaded',
      'back_at_plant',
    ]);
    expect(distanceM(truck.at, plant)).toBeLessThan(60);
    expect(summary.takeLine()).toBe('batches 1 · check-ins 1');
  });

  it('does not drive when the check-in is refused, and does not ask again at once', async () => {
    const refusal = new Refused(409, 'DUTY_NOT_PERMITTED', 'untrained');
    const { phone, truck, pass, summary } = aScene(new FakePhone(refusal));
    await pass(120);

    expect([phone.checkIns, phone.taps]).toEqual([1, []]);
    expect(distanceM(truck.at, plant)).toBeLessThan(1);
    expect(summary.takeLine()).toBe('refused DUTY_NOT_PERMITTED 1');
  });

  it('leaves a vehicle to who sits in it, until a trip names it', async () => {
    const seated = new Map<string, Driver>();
    await aScene(new FakePhone(), null, seated).pass(10);
    const { phone, pass } = aScene(new FakePhone(), null, seated);
    phone.trip = null;
    await pass(60);
    expect(phone.checkIns).toBe(0);

    phone.trip = aTrip;
    await pass(10);
    expect([phone.checkIns, phone.taps]).toEqual([1, ['loading']]);
  });

  it('carries the load beyond the range first when that is its part', async () => {
    const { phone, truck, pass } = aScene(new FakePhone(), leavesTheRadius());
    let furthestLoadedM = 0;
    await pass(1_800, () => {
      if (truck.isLoaded) furthestLoadedM = Math.max(furthestLoadedM, distanceM(plant, truck.at));
    });

    expect(furthestLoadedM).toBeGreaterThan(LIMIT_M + 2_000);
    expect(phone.taps.at(-1)).toBe('back_at_plant');
  });
});
