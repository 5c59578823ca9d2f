import { randomInt } from 'node:crypto';
import { RegistrationEntity, TrainingResultEntity } from '@tongyun/compliance/data';
import type { CreateOrderRequest, CreateSiteRequest } from '@tongyun/contracts';
import {
  DriverEntity,
  EnterpriseEntity,
  PlantEntity,
  PlantRangeEntity,
  VehicleEntity,
} from '@tongyun/fleet/data';
import { destination, wgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  type DriverId,
  type EnterpriseId,
  newId,
  type PlantId,
  type SiteId,
  type UserId,
  type VehicleId,
} from '@tongyun/kernel';
import type { EntityManager } from 'typeorm';
import { aPlate } from './a-mixer.js';
import { anEmployee } from './scopes.js';

const PLANT_AT = wgs84(120.2, 30.3);
const SINCE = new Date('2026-01-01T00:00:00Z');
const admin = newId<UserId>();

/** An enterprise that can deliver: a plant with a range, a dispatcher, and a fleet to add to. */
export interface ConcreteWorks {
  readonly enterpriseId: EnterpriseId;
  readonly plantId: PlantId;
  readonly dispatcher: AccessScope;
  addMixer(change?: Partial<VehicleEntity>): Promise<VehicleEntity>;
  addPump(boomLengthM: number): Promise<VehicleEntity>;
  /** A trained driver, unless `trainings` says otherwise. */
  addDriver(trainings?: readonly ('skill' | 'safety')[]): Promise<DriverEntity>;
}

/** A place `km` east of the works' plant, as a request states it. */
export const eastOfPlant = (km: number) => {
  const { lng, lat } = destination(PLANT_AT, 90, km * 1_000);
  return { lng, lat, crs: 'wgs84' as const };
};

/** A site 8 km from the plant, inside of its range. */
export const aSite = (
  { enterpriseId }: Pick<ConcreteWorks, 'enterpriseId'>,
  change: Partial<CreateSiteRequest> = {},
): CreateSiteRequest => ({
  enterpriseId,
  name: '一号楼',
  projectName: '滨江苑',
  contractor: '中建',
  position: eastOfPlant(8),
  fenceRadiusM: 150,
  contactName: null,
  contactPhone: null,
  ...change,
});

/** One load of C30 by chute, 12 m³. */
export const anOrder = (
  { plantId }: Pick<ConcreteWorks, 'plantId'>,
  siteId: SiteId,
  firstOnSiteAt: Date,
  change: Partial<CreateOrderRequest> = {},
): CreateOrderRequest => ({
  siteId,
  plantId,
  grade: 'C30',
  slumpMm: 180,
  placingMethod: 'chute',
  pourLocation: '三层梁板',
  plannedM3: 12,
  rateM3PerHour: 36,
  firstOnSiteAt,
  isPumpNeeded: false,
  pumpReachM: null,
  primingM3: 0,
  isEmergency: false,
  ...change,
});

/** Stores an enterprise with one plant that may supply within `radiusM`. */
export async function buildWorks(
  manager: EntityManager,
  { radiusM = 20_000 }: { radiusM?: number } = {},
): Promise<ConcreteWorks> {
  const enterpriseId = newId<EnterpriseId>();
  const plantId = newId<PlantId>();
  await manager.insert(EnterpriseEntity, {
    id: enterpriseId,
    name: `商砼 ${enterpriseId}`,
    shortName: '商砼',
    district: '余杭',
    mode: 'dispatch',
    createdAt: SINCE,
  });
  await manager.insert(PlantEntity, {
    id: plantId,
    enterpriseId,
    name: '北站',
    position: PLANT_AT,
    fenceRadiusM: 200,
    createdAt: SINCE,
  });
  await manager.insert(PlantRangeEntity, {
    id: newId<string>(),
    plantId,
    radiusM,
    measure: 'great_circle',
    effectiveFrom: SINCE,
    decidedBy: admin,
    decidedAt: SINCE,
    reason: 'set for the test',
  });
  return {
    enterpriseId,
    plantId,
    dispatcher: anEmployee(enterpriseId),
    addMixer: (change = {}) =>
      addVehicle(manager, enterpriseId, { kind: 'mixer', drumCapacityM3: 12, ...change }),
    addPump: (boomLengthM) => addVehicle(manager, enterpriseId, { kind: 'boom_pump', boomLengthM }),
    addDriver: (trainings = ['skill', 'safety']) => addDriver(manager, enterpriseId, trainings),
  };
}

async function addVehicle(
  manager: EntityManager,
  enterpriseId: EnterpriseId,
  change: Partial<VehicleEntity>,
): Promise<VehicleEntity> {
  const vehicle = await manager.save(
    manager.create(VehicleEntity, {
      id: newId<VehicleId>(),
      plateNo: aPlate(),
      plateColor: 'yellow',
      ownerEnterpriseId: enterpriseId,
      createdAt: SINCE,
      ...change,
    }),
  );
  await manager.insert(RegistrationEntity, {
    vehicleId: vehicle.id,
    state: 'registered',
    updatedAt: SINCE,
  });
  return vehicle;
}

async function addDriver(
  manager: EntityManager,
  enterpriseId: EnterpriseId,
  trainings: readonly ('skill' | 'safety')[],
): Promise<DriverEntity> {
  const driver = await manager.save(
    manager.create(DriverEntity, {
      id: newId<DriverId>(),
      enterpriseId,
      name: '张师傅',
      phone: `1${randomInt(1_000_000_000, 9_999_999_999)}`,
      licenceClass: 'B2',
      createdAt: SINCE,
    }),
  );
  for (const kind of trainings) {
    await manager.insert(TrainingResultEntity, {
      id: newId<string>(),
      driverId: driver.id,
      kind,
      score: 90,
      hasPassed: true,
      passedOn: '2026-01-10',
      expiresOn: '2027-12-31',
      recordedBy: admin,
      recordedAt: SINCE,
    });
  }
  return driver;
}
