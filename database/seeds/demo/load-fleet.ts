import {
  AgreeUseService,
  CreateDriverService,
  CreateEnterpriseService,
  AddPlantLineService,
  CreatePlantService,
  CreateVehicleService,
  DriverQueries,
  EnterpriseQueries,
  PlantQueries,
  RegisterTerminalService,
  SetPlantRangeService,
  type Vehicle,
  VehicleQueries,
} from '@tongyun/fleet';
import type { DriverId, EnterpriseId, PlantId, VehicleId } from '@tongyun/kernel';
import { DEMO_ADMINISTRATION, type ServiceSource, serviceOf, WHOLE_LIST } from './demo-services.js';
import { DEMO_DRIVERS } from './drivers.js';
import { DEMO_ENTERPRISES, DEMO_PLANTS, type EnterpriseKey, type PlantKey } from './enterprises.js';
import { DEMO_HAULIER, DEMO_VEHICLES, type DemoVehicle } from './vehicles.js';

/** Ids of what is in the database, by the scenario's own names. */
export interface DemoFleet {
  readonly enterprises: ReadonlyMap<EnterpriseKey, EnterpriseId>;
  readonly plants: ReadonlyMap<PlantKey, PlantId>;
  /** By fleet number. */
  readonly vehicles: ReadonlyMap<string, VehicleId>;
  /** By telephone number. */
  readonly drivers: ReadonlyMap<string, DriverId>;
}

/** An HZS180 and an HZS120 as they load in practice, m³/h. */
const DEMO_LINE_RATES = [120, 90] as const;

/** Enters enterprises, plants, vehicles with their terminals, and drivers that are not there yet. */
export async function loadFleet(app: ServiceSource, now: Date): Promise<DemoFleet> {
  const enterprises = await loadEnterprises(app);
  const plants = await loadPlants(app, enterprises, now);
  await loadTerminals(app);
  const vehicles = await loadVehicles(app, enterprises, now);
  return { enterprises, plants, vehicles, drivers: await loadDrivers(app, enterprises) };
}

async function loadEnterprises(app: ServiceSource): Promise<Map<EnterpriseKey, EnterpriseId>> {
  const known = await serviceOf(app, EnterpriseQueries).list(DEMO_ADMINISTRATION, WHOLE_LIST);
  const ids = new Map<EnterpriseKey, EnterpriseId>();
  for (const { key, ...enterprise } of DEMO_ENTERPRISES) {
    const row =
      known.find(({ name }) => name === enterprise.name) ??
      (await serviceOf(app, CreateEnterpriseService).create(DEMO_ADMINISTRATION, {
        ...enterprise,
        mode: 'dispatch',
      }));
    ids.set(key, row.id);
  }
  return ids;
}

async function loadPlants(
  app: ServiceSource,
  enterprises: ReadonlyMap<EnterpriseKey, EnterpriseId>,
  now: Date,
): Promise<Map<PlantKey, PlantId>> {
  const queries = serviceOf(app, PlantQueries);
  const ids = new Map<PlantKey, PlantId>();
  for (const { key, enterprise, name, lng, lat, radiusM } of DEMO_PLANTS) {
    const enterpriseId = enterprises.get(enterprise)!;
    const known = await queries.ofEnterprise(DEMO_ADMINISTRATION, enterpriseId);
    const { id } =
      known.find((plant) => plant.name === name) ??
      (await serviceOf(app, CreatePlantService).create(DEMO_ADMINISTRATION, {
        enterpriseId,
        name,
        position: { lng, lat, crs: 'wgs84' },
        fenceRadiusM: 200,
        licenceNo: `演示资质-${name}`,
      }));
    if (!(await queries.rangeAt(id, now))) {
      await serviceOf(app, SetPlantRangeService).set(DEMO_ADMINISTRATION, id, {
        radiusM,
        area: null,
        measure: 'great_circle',
        effectiveFrom: now,
        reason: '演示数据：核定作业半径',
      });
    }
    if ((await queries.linesOf([id])).length === 0) {
      for (const [index, rateM3PerHour] of DEMO_LINE_RATES.entries()) {
        await serviceOf(app, AddPlantLineService).add(DEMO_ADMINISTRATION, id, {
          name: `${index + 1}号线`,
          rateM3PerHour,
        });
      }
    }
    ids.set(key, id);
  }
  return ids;
}

async function loadVehicles(
  app: ServiceSource,
  enterprises: ReadonlyMap<EnterpriseKey, EnterpriseId>,
  now: Date,
): Promise<Map<string, VehicleId>> {
  const ids = new Map<string, VehicleId>();
  for (const vehicle of DEMO_VEHICLES) {
    const enterpriseId = enterprises.get(vehicle.enterprise)!;
    const { id } =
      (await findVehicle(app, vehicle)) ?? (await enterVehicle(app, vehicle, enterpriseId));
    if (isHired(vehicle)) await hire(app, id, enterpriseId, now);
    ids.set(vehicle.fleetNo, id);
  }
  return ids;
}

const isHired = (vehicle: DemoVehicle): boolean => vehicle.kind === 'mixer' && vehicle.isHired;

async function findVehicle(app: ServiceSource, wanted: DemoVehicle): Promise<Vehicle | undefined> {
  const queries = serviceOf(app, VehicleQueries);
  if (wanted.kind === 'trailer_pump') {
    const pumps = await queries.list(DEMO_ADMINISTRATION, { ...WHOLE_LIST, kind: wanted.kind });
    return pumps.find(({ equipmentNo }) => equipmentNo === wanted.equipmentNo);
  }
  const { plateNo, plateColor } = wanted;
  const holders = await queries.findByPlate(DEMO_ADMINISTRATION, plateNo, plateColor);
  return holders.find(({ isProvisional }) => !isProvisional);
}

function enterVehicle(
  app: ServiceSource,
  vehicle: DemoVehicle,
  enterpriseId: EnterpriseId,
): Promise<Vehicle> {
  const isPlated = vehicle.kind !== 'trailer_pump';
  return serviceOf(app, CreateVehicleService).create(DEMO_ADMINISTRATION, {
    kind: vehicle.kind,
    plateNo: isPlated ? vehicle.plateNo : null,
    plateColor: isPlated ? vehicle.plateColor : null,
    equipmentNo: isPlated ? null : vehicle.equipmentNo,
    fleetNo: vehicle.fleetNo,
    ownerName: isHired(vehicle) ? DEMO_HAULIER : null,
    ownerEnterpriseId: isHired(vehicle) ? null : enterpriseId,
    drumCapacityM3: vehicle.kind === 'mixer' ? vehicle.drumCapacityM3 : null,
    boomLengthM: vehicle.kind === 'boom_pump' ? vehicle.boomLengthM : null,
    lineLengthM: null,
    emissionClass: isPlated ? '国六' : null,
    tareKg: vehicle.kind === 'mixer' ? vehicle.tareKg : null,
  });
}

async function hire(
  app: ServiceSource,
  vehicleId: VehicleId,
  enterpriseId: EnterpriseId,
  now: Date,
): Promise<void> {
  const queries = serviceOf(app, VehicleQueries);
  const [known] = await queries.getWithUses(DEMO_ADMINISTRATION, [vehicleId]);
  if (known?.uses.some((use) => use.enterpriseId === enterpriseId)) return;
  await serviceOf(app, AgreeUseService).agree(DEMO_ADMINISTRATION, vehicleId, {
    enterpriseId,
    kind: 'hired',
    validFrom: now,
    validTo: null,
  });
}

/**
 * Registers the mixers' terminals, each of which states its plate: whoever enters that vehicle afterwards
 * finds it there with its terminal.
 */
async function loadTerminals(app: ServiceSource): Promise<void> {
  for (const vehicle of DEMO_VEHICLES) {
    if (vehicle.kind !== 'mixer' || (await findVehicle(app, vehicle))) continue;
    await serviceOf(app, RegisterTerminalService).register(DEMO_ADMINISTRATION, {
      phone: vehicle.terminalPhone,
      terminalNo: vehicle.terminalPhone.slice(-7),
      manufacturer: 'TYDEM',
      model: 'TY-808',
      plateNo: vehicle.plateNo,
      plateColor: vehicle.plateColor,
      protocolVersion: '2013',
    });
  }
}

async function loadDrivers(
  app: ServiceSource,
  enterprises: ReadonlyMap<EnterpriseKey, EnterpriseId>,
): Promise<Map<string, DriverId>> {
  const ids = new Map<string, DriverId>();
  for (const enterpriseId of enterprises.values()) {
    const known = await serviceOf(app, DriverQueries).ofEnterprise(
      DEMO_ADMINISTRATION,
      enterpriseId,
    );
    for (const { phone, id } of known) ids.set(phone, id);
  }
  for (const { enterprise, name, phone } of DEMO_DRIVERS) {
    if (ids.has(phone)) continue;
    const { id } = await serviceOf(app, CreateDriverService).create(DEMO_ADMINISTRATION, {
      enterpriseId: enterprises.get(enterprise)!,
      name,
      phone,
      licenceClass: 'B2',
    });
    ids.set(phone, id);
  }
  return ids;
}
