import { AssignService, CreateOrderService, CreateSiteService } from '@tongyun/deliveries';
import { DutyEntity, LoadEntity, TripEntity } from '@tongyun/deliveries/data';
import { addMinutes, type DriverId, type DutyId, newId, type VehicleId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { getRepositoryToken } from '@nestjs/typeorm';
import type { ObjectLiteral, Repository } from 'typeorm';
import { type ConcreteWorks, eastOfPlant } from './concrete-works.js';

/**
 * Puts a mixer and its driver on the way to a site 8 km off, on duty for an hour, with concrete
 * batched twenty minutes before `now`.
 */
export async function putOnTheRoad(
  module: TestingModule,
  { dispatcher, enterpriseId, plantId }: ConcreteWorks,
  { vehicleId, driverId }: { vehicleId: VehicleId; driverId: DriverId },
  now: Date,
): Promise<void> {
  const rowsOf = <Row extends ObjectLiteral>(entity: new () => Row) =>
    module.get<Repository<Row>>(getRepositoryToken(entity), { strict: false });
  const site = await module.get(CreateSiteService, { strict: false }).create(dispatcher, {
    enterpriseId,
    name: '一号楼',
    projectName: '滨江苑',
    contractor: '中建',
    position: eastOfPlant(8),
    fenceRadiusM: 150,
    contactName: null,
    contactPhone: null,
  });
  const order = await module.get(CreateOrderService, { strict: false }).create(dispatcher, {
    siteId: site.id,
    plantId,
    grade: 'C30',
    slumpMm: 180,
    placingMethod: 'chute',
    pourLocation: '三层梁板',
    plannedM3: 12,
    rateM3PerHour: 36,
    firstOnSiteAt: addMinutes(now, 120),
    isPumpNeeded: false,
    pumpReachM: null,
    primingM3: 0,
    isEmergency: false,
  });
  const load = await rowsOf(LoadEntity).findOneByOrFail({ orderId: order.id });
  await module
    .get(AssignService, { strict: false })
    .assign(dispatcher, { loadId: load.id }, { vehicleId, driverId });
  await rowsOf(TripEntity).update(
    { loadId: load.id },
    {
      stage: 'en_route',
      startedAt: addMinutes(now, -25),
      batchedAt: addMinutes(now, -20),
      leftPlantAt: addMinutes(now, -15),
    },
  );
  await rowsOf(DutyEntity).insert({
    id: newId<DutyId>(),
    enterpriseId,
    driverId,
    vehicleId,
    state: 'on_trip',
    clockInAt: addMinutes(now, -60),
    clockOutAt: null,
  });
}
