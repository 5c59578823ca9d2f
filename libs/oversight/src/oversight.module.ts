import { ComplianceModule } from '@tongyun/compliance';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CityQueries } from './city-queries.service.js';
import { CityRows } from './data/city-rows.js';
import { DeclaredTripRepository } from './data/declared-trip.repository.js';
import { IdleRows } from './data/idle-rows.js';
import * as entities from './data/index.js';
import { LedgerRows } from './data/ledger-rows.js';
import { RunRows } from './data/run-rows.js';
import { DeclareTripsService } from './declare-trips.service.js';
import { DeclaredTripQueries } from './declared-trip-queries.service.js';
import { EnterpriseLedgerQueries } from './enterprise-ledger-queries.service.js';

/** Needs TIME_ZONE and the global FleetModule. */
@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities)), ComplianceModule, PolicyModule],
  providers: [
    DeclareTripsService,
    DeclaredTripQueries,
    CityQueries,
    EnterpriseLedgerQueries,
    CityRows,
    DeclaredTripRepository,
    IdleRows,
    LedgerRows,
    RunRows,
  ],
  exports: [DeclareTripsService, DeclaredTripQueries, CityQueries, EnterpriseLedgerQueries],
})
export class OversightModule {}
