import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { AssignmentDetailsRepository } from './data/assignment-details.repository.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { DutyRepository } from './data/duty.repository.js';
import * as entities from './data/index.js';
import { OrderDetailsRepository } from './data/order-details.repository.js';
import { OrderRepository } from './data/order.repository.js';
import { SiteRepository } from './data/site.repository.js';
import { TripDetailsRepository } from './data/trip-details.repository.js';
import { TripRepository } from './data/trip.repository.js';
import { DutyQueries } from './duty-queries.service.js';
import { FollowTripService } from './follow-trip.service.js';
import { OrderQueries } from './order-queries.service.js';
import { RecordStageService } from './record-stage.service.js';
import { SiteQueries } from './site-queries.service.js';
import { TripQueries } from './trip-queries.service.js';

const repositories = [
  AssignmentDetailsRepository,
  AssignmentRepository,
  DutyRepository,
  OrderDetailsRepository,
  OrderRepository,
  SiteRepository,
  TripDetailsRepository,
  TripRepository,
];
const doors = [DutyQueries, OrderQueries, RecordStageService, SiteQueries, TripQueries];

/** Orders, who serves them, and what became of each load. */
@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  providers: [...repositories, ChangeAnnouncer, FollowTripService, ...doors],
  exports: doors,
})
export class DeliveriesModule {}
