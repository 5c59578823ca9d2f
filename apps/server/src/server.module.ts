import { PlatformModule } from '@tongyun/platform';
import { JudgeModule } from '@tongyun/tracking';
import { type DynamicModule, Module } from '@nestjs/common';
import { ApiModule } from '../../api/src/index.js';
import { GatewayModule, gatewaySettingsOf, GatewayThreadModule } from '../../gateway/src/index.js';
import type { ServerConfig } from './config.js';

/** The whole product in one process: api, gateway and judge. */
@Module({})
export class ServerModule {
  /** @param onFault a thread died; nothing can go on */
  static with(
    config: ServerConfig,
    databaseUrl: string,
    onFault: (error: Error) => void,
  ): DynamicModule {
    const gateway = gatewaySettingsOf(config);
    return {
      module: ServerModule,
      imports: [
        PlatformModule.on(databaseUrl),
        ApiModule.with(config),
        hasGatewayThread(config)
          ? GatewayThreadModule.with({ databaseUrl, gateway, onFault })
          : GatewayModule.with(gateway),
        JudgeModule,
      ],
    };
  }
}

/** The embedded database has one backend for all: a thread of its own would only wait for it. */
const hasGatewayThread = ({ JT808_THREADS, DATABASE_URL }: ServerConfig): boolean =>
  JT808_THREADS > 0 && DATABASE_URL !== undefined;
