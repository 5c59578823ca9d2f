import { SESSION_SETTINGS, type SessionSettings } from '@tongyun/accounts';
import { AccountsHttpModule } from '@tongyun/accounts/http';
import { AlertsHttpModule } from '@tongyun/alerts/http';
import { AuditHttpModule } from '@tongyun/audit/http';
import { ComplianceHttpModule } from '@tongyun/compliance/http';
import { CreditHttpModule } from '@tongyun/credit/http';
import { DeliveriesHttpModule } from '@tongyun/deliveries/http';
import { SOLVER_SETTINGS } from '@tongyun/dispatch';
import { DispatchHttpModule } from '@tongyun/dispatch/http';
import { DurationsHttpModule } from '@tongyun/durations/http';
import { FleetHttpModule } from '@tongyun/fleet/http';
import { INTAKE_SETTINGS } from '@tongyun/intake';
import { IntakeHttpModule } from '@tongyun/intake/http';
import { OversightHttpModule } from '@tongyun/oversight/http';
import { PolicyHttpModule } from '@tongyun/policy/http';
import { FILES_FOLDER, SettingsModule, TIME_ZONE } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import { SupervisionHttpModule } from '@tongyun/supervision/http';
import { TrackingHttpModule } from '@tongyun/tracking/http';
import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { ApiConfig } from './config.js';
import { TakeNoMoreRequests } from './http/take-no-more-requests.js';
import { LiveModule } from './live/live.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { WEB_CONFIG, webConfigOf } from './web-config.js';
import { WebConfigController } from './web-config.controller.js';

/** Every slice the API serves. The process that mounts it brings `PlatformModule.on(url)`. */
@Module({})
export class ApiModule {
  static with(config: ApiConfig & { readonly DATABASE_URL?: string | undefined }): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        SettingsModule.with([
          { provide: TIME_ZONE, useValue: config.TIME_ZONE },
          { provide: FILES_FOLDER, useValue: config.FILES_DIR },
          { provide: SOLVER_SETTINGS, useValue: { threads: config.SOLVER_THREADS } },
          { provide: INTAKE_SETTINGS, useValue: { threads: config.IMPORT_THREADS } },
          { provide: SESSION_SETTINGS, useValue: sessionSettingsOf(config) },
        ]),
        RoutingModule.with({ osrmUrl: config.OSRM_URL }),
        DiscoveryModule,
        // Routes are tried in this order: the one that is asked most often stands first.
        SupervisionHttpModule,
        AccountsHttpModule,
        PolicyHttpModule,
        FleetHttpModule,
        ComplianceHttpModule,
        DeliveriesHttpModule,
        AlertsHttpModule,
        TrackingHttpModule,
        DurationsHttpModule,
        DispatchHttpModule,
        CreditHttpModule,
        AuditHttpModule,
        OversightHttpModule,
        IntakeHttpModule,
        LiveModule,
        OperationsModule,
      ],
      controllers: [WebConfigController],
      providers: [TakeNoMoreRequests, { provide: WEB_CONFIG, useValue: webConfigOf(config) }],
    };
  }
}

const sessionSettingsOf = (config: ApiConfig): SessionSettings => ({
  accessTokenMin: config.ACCESS_TOKEN_MIN,
  refreshDays: config.REFRESH_DAYS,
  deviceDays: config.DEVICE_DAYS,
});
