import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries.module.js';
import { AssignmentsController } from './assignments.controller.js';
import { DriverController } from './driver.controller.js';
import { JointSupplyController } from './joint-supply/joint-supply.controller.js';
import { LaboratoryController } from './laboratory/laboratory.controller.js';
import { OrderCallsController } from './order-calls.controller.js';
import { OrderDiversionsController } from './order-diversions.controller.js';
import { OrdersController } from './orders.controller.js';
import { PlantQueueController } from './plant-desk/plant-queue.controller.js';
import { PumpJobsController } from './pumping/pump-jobs.controller.js';
import { PushWhenOrderChanged } from './push-when-order-changed.listener.js';
import { PushWhenTripChanged } from './push-when-trip-changed.listener.js';
import { SitesController } from './sites.controller.js';
import { TicketsController } from './tickets/tickets.controller.js';
import { TripsController } from './trips.controller.js';

/** Mounted by the API only. */
@Module({
  imports: [DeliveriesModule],
  controllers: [
    SitesController,
    JointSupplyController,
    LaboratoryController,
    OrderCallsController,
    OrdersController,
    OrderDiversionsController,
    AssignmentsController,
    TripsController,
    DriverController,
    PlantQueueController,
    PumpJobsController,
    TicketsController,
  ],
  providers: [PushWhenOrderChanged, PushWhenTripChanged],
})
export class DeliveriesHttpModule {}
