import { DutyEntity, TripEntity } from '@tongyun/deliveries/data';
import {
  AssignService,
  CreateOrderService,
  CreateSiteService,
  OrderQueries,
} from '@tongyun/deliveries';
import { type DriverEntity, PlantLineEntity, type VehicleEntity } from '@tongyun/fleet/data';
import {
  type AccessScope,
  type DriverId,
  type DutyId,
  type LoadId,
  newId,
  type VehicleId,
} from '@tongyun/kernel';
import type { CreateOrderRequest } from '@tongyun/contracts';
import type { TestingModule } from '@nestjs/testing';
import type { EntityManager } from 'typeorm';
import { anOrder, aSite, buildWorks, type ConcreteWorks } from './concrete-works.js';
import { anEmployee } from './scopes.js';

/** A truck with its driver and the trip that they are to load for. */
export interface CrewedTrip {
  readonly mixer: VehicleEntity;
  readonly driver: DriverEntity;
  readonly trip: TripEntity;
}

/** A plant with one line, its desk, and trucks assigned to loads of one load each. */
export class APlantDesk {
  private constructor(
    private readonly module: TestingModule,
    private readonly manager: EntityManager,
    readonly works: ConcreteWorks,
    readonly lineId: string,
    readonly desk: AccessScope,
  ) {}

  static async open(module: TestingModule, manager: EntityManager): Promise<APlantDesk> {
    const works = await buildWorks(manager);
    const lineId = newId<string>();
    await manager.insert(PlantLineEntity, {
      id: lineId,
      plantId: works.plantId,
      name: '1号线',
      rateM3PerHour: 120,
      createdAt: new Date('2026-01-01T00:00:00Z'),
    });
    const desk = anEmployee(works.enterpriseId, 'plant_desk');
    return new APlantDesk(module, manager, works, lineId, desk);
  }

  /** An order of one load, wanted on site at `dueAt`, assigned to a truck of its own. */
  async aTrip(dueAt: Date, change: Partial<CreateOrderRequest> = {}): Promise<CrewedTrip> {
    const mixer = await this.works.addMixer({ tareKg: 14_000 });
    const driver = await this.works.addDriver();
    const { dispatcher } = this.works;
    const site = await this.module.get(CreateSiteService).create(dispatcher, aSite(this.works));
    const order = await this.module
      .get(CreateOrderService)
      .create(dispatcher, anOrder(this.works, site.id, dueAt, change));
    const { loads } = await this.module.get(OrderQueries).getWhole(dispatcher, order.id);
    const { id: assignmentId } = await this.module
      .get(AssignService)
      .assign(
        dispatcher,
        { loadId: loads[0]!.id as LoadId },
        { vehicleId: mixer.id, driverId: driver.id },
      );
    const trip = await this.manager.findOneByOrFail(TripEntity, { assignmentId });
    return { mixer, driver, trip };
  }

  /** The driver reports at the plant. */
  async reports(
    { mixer, driver }: { mixer: { id: VehicleId }; driver: { id: DriverId } },
    at: Date,
  ): Promise<void> {
    await this.manager.insert(DutyEntity, {
      id: newId<DutyId>(),
      enterpriseId: this.works.enterpriseId,
      driverId: driver.id,
      vehicleId: mixer.id,
      state: 'checked_in',
      clockInAt: at,
      clockOutAt: null,
      version: 1,
    });
  }
}
