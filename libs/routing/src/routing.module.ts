import { type Clock, CLOCK } from '@tongyun/kernel';
import { TIME_ZONE } from '@tongyun/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { Circuit } from './circuit.js';
import { OsrmClient } from './osrm-client.js';
import { OsrmTravelTimes } from './osrm-travel-times.js';
import { OSRM_SETTINGS } from './routing-settings.js';
import { StraightLineEstimate } from './straight-line-estimate.js';
import { TRAVEL_TIMES, type TravelTimes } from './travel-times.js';

export interface RoutingOptions {
  /** Where an OSRM server answers; without it every time is an estimate. */
  readonly osrmUrl?: string | undefined;
}

/** Gives TRAVEL_TIMES to the whole process. Needs CLOCK and TIME_ZONE from it. */
@Module({})
export class RoutingModule {
  static with({ osrmUrl }: RoutingOptions): DynamicModule {
    return {
      module: RoutingModule,
      global: true,
      providers: [
        {
          provide: TRAVEL_TIMES,
          inject: [CLOCK, TIME_ZONE],
          useFactory: (clock: Clock, timeZone: string) =>
            createTravelTimes(osrmUrl, timeZone, clock),
        },
      ],
      exports: [TRAVEL_TIMES],
    };
  }
}

function createTravelTimes(
  osrmUrl: string | undefined,
  timeZone: string,
  clock: Clock,
): TravelTimes {
  if (!osrmUrl) return new StraightLineEstimate(timeZone);
  const { failuresToOpen, restMs } = OSRM_SETTINGS;
  return new OsrmTravelTimes(
    new OsrmClient(osrmUrl, OSRM_SETTINGS),
    new Circuit(failuresToOpen, restMs, clock),
    timeZone,
    OSRM_SETTINGS,
    clock,
  );
}
