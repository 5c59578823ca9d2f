import { ComplianceModule } from '@tongyun/compliance';
import { DeliveriesModule } from '@tongyun/deliveries';
import { OversightModule } from '@tongyun/oversight';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CheckRowsService } from './check-rows.service.js';
import { ImportFileRepository } from './data/import-file.repository.js';
import * as entities from './data/index.js';
import { DropGivenUpFilesService } from './drop-given-up-files.service.js';
import { TableReader } from './files/table-reader.js';
import { ImportQueries } from './import-queries.service.js';
import { ImportRowsService } from './import-rows.service.js';
import { RowEntries } from './row-entries.js';
import { RowJudge } from './row-judge.js';
import { DriverRows } from './rows/driver-rows.js';
import { EnterpriseRows } from './rows/enterprise-rows.js';
import { NamedThings } from './rows/named-things.js';
import { OrderRows } from './rows/order-rows.js';
import { PassRows } from './rows/pass-rows.js';
import { PlantRows } from './rows/plant-rows.js';
import { TerminalRows } from './rows/terminal-rows.js';
import { TripRows } from './rows/trip-rows.js';
import { VehicleRows } from './rows/vehicle-rows.js';
import { TakeFileService } from './take-file.service.js';

const useCases = [TakeFileService, CheckRowsService, ImportRowsService];

/** Needs TIME_ZONE, INTAKE_SETTINGS, TRAVEL_TIMES and the global FleetModule. */
@Module({
  imports: [
    TypeOrmModule.forFeature(Object.values(entities)),
    ComplianceModule,
    DeliveriesModule,
    OversightModule,
  ],
  providers: [
    ...useCases,
    DropGivenUpFilesService,
    ImportQueries,
    ImportFileRepository,
    NamedThings,
    RowEntries,
    RowJudge,
    TableReader,
    DriverRows,
    OrderRows,
    EnterpriseRows,
    PassRows,
    PlantRows,
    TerminalRows,
    TripRows,
    VehicleRows,
  ],
  exports: [...useCases, ImportQueries],
})
export class IntakeModule {}
