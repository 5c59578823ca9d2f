import { FleetModule } from '@tongyun/fleet';
import { FixDoorModule } from '@tongyun/tracking';
import { type DynamicModule, Module } from '@nestjs/common';
import { GATEWAY_SETTINGS, type GatewaySettings } from './gateway.settings.js';
import { GatewayMetrics } from './gateway-metrics.js';
import { orderDeskProvider } from './order-desk.js';
import { logDeskProvider } from './raw-log.js';
import { TcpServer } from './tcp-server.js';
import { TERMINAL_DOOR } from './terminal-door.js';
import { FleetTerminalIdentities, TERMINAL_IDENTITIES } from './terminal-identities.js';

/** Terminals in, fixes out. The process that mounts it brings `PlatformModule.on(url)`. */
@Module({})
export class GatewayModule {
  static with(settings: GatewaySettings): DynamicModule {
    return {
      module: GatewayModule,
      imports: [FleetModule, FixDoorModule],
      providers: [
        { provide: GATEWAY_SETTINGS, useValue: settings },
        { provide: TERMINAL_IDENTITIES, useClass: FleetTerminalIdentities },
        logDeskProvider,
        orderDeskProvider,
        GatewayMetrics,
        TcpServer,
        { provide: TERMINAL_DOOR, useExisting: TcpServer },
      ],
      exports: [TERMINAL_DOOR],
    };
  }
}
