import { CLOCK, systemClock } from '@tongyun/kernel';
import {
  type DynamicModule,
  Global,
  Module,
  StandardSchemaSerializerInterceptor,
} from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BackgroundWork } from './background-work.js';
import * as entities from './data/index.js';
import { databaseOptions } from './database/database-options.js';
import { DayCounter } from './day-counter.js';
import { EventRelay, RELAYS_EVENTS } from './events/event-relay.js';
import { Outbox } from './events/outbox.js';
import { WaitingEvents } from './events/waiting-events.js';
import { ForgetOldRowsService } from './forget-old-rows.service.js';
import { ContractPipe } from './http/contract.pipe.js';
import { HoldUntilHandled, RequestsInHand } from './http/requests-in-hand.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { IdempotentAnswers } from './idempotency/idempotent-answers.js';
import { Lease } from './lease.js';
import { LiveHub } from './live/live-hub.js';
import { RefusalFilter } from './refusal.filter.js';
import { UnitOfWork } from './unit-of-work.js';

const services = [
  UnitOfWork,
  Outbox,
  EventRelay,
  Lease,
  BackgroundWork,
  DayCounter,
  LiveHub,
  RequestsInHand,
];

/** What every slice stands on. Needs a TypeORM connection from the app that mounts it. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  providers: [
    { provide: CLOCK, useValue: systemClock },
    { provide: APP_FILTER, useClass: RefusalFilter },
    { provide: APP_PIPE, useClass: ContractPipe },
    { provide: APP_INTERCEPTOR, useClass: HoldUntilHandled },
    // Outside of what follows, so that it keeps answers as they leave.
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
    ...services,
    WaitingEvents,
    IdempotentAnswers,
    ForgetOldRowsService,
  ],
  exports: [CLOCK, ...services],
})
export class PlatformModule {
  /**
   * The platform with its connection; the root module of a process imports it once.
   *
   * @param relaysEvents false in a process that lacks the listeners of some slice
   */
  static on(databaseUrl: string, { relaysEvents = true } = {}): DynamicModule {
    return {
      module: PlatformModule,
      imports: [TypeOrmModule.forRoot({ ...databaseOptions(databaseUrl), autoLoadEntities: true })],
      providers: [{ provide: RELAYS_EVENTS, useValue: relaysEvents }],
    };
  }
}
