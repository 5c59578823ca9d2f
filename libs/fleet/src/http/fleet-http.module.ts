import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { EmploymentModule } from '../employment/employment.module.js';
import { FleetModule } from '../fleet.module.js';
import { DistrictsController } from './districts/districts.controller.js';
import { DriverNamesController } from './driver-names.controller.js';
import { DriversController } from './drivers.controller.js';
import { EnterprisesController } from './enterprises.controller.js';
import { LoansController } from './loans/loans.controller.js';
import { MaskDriverNamesInterceptor } from './mask-driver-names.interceptor.js';
import { PlantsController } from './plants.controller.js';
import { PushWhenTerminalChanged } from './push-when-terminal-changed.listener.js';
import { RawLogController } from './raw-log.controller.js';
import { TerminalOrdersController } from './terminal-orders.controller.js';
import { TerminalsController } from './terminals.controller.js';
import { VehicleTransfersController } from './vehicle-transfers.controller.js';
import { VehiclesController } from './vehicles.controller.js';

/** Mounted by the API only; the gateway uses FleetModule alone. */
@Module({
  imports: [EmploymentModule, FleetModule],
  controllers: [
    DistrictsController,
    DriverNamesController,
    DriversController,
    EnterprisesController,
    LoansController,
    PlantsController,
    RawLogController,
    TerminalOrdersController,
    TerminalsController,
    VehicleTransfersController,
    VehiclesController,
  ],
  providers: [
    PushWhenTerminalChanged,
    { provide: APP_INTERCEPTOR, useClass: MaskDriverNamesInterceptor },
  ],
})
export class FleetHttpModule {}
