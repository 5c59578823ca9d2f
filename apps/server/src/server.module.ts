import { PlatformModule } from '@tongyun/platform';
import { JudgeModule } from '@tongyun/tracking';
import { type DynamicModule, Module } from '@nestjs/common';
import { ApiModule } from '../../api/src/index.js';
import { GatewayModule, gatewaySettingsOf } from '../../gateway/src/index.js';
import type { ServerConfig } from './config.js';

/** The whole product in one process: api, gateway and judge. */
@Module({})
export class ServerModule {
  static with(config: ServerConfig, databaseUrl: string): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        PlatformModule.on(databaseUrl),
        ApiModule.with(config),
        GatewayModule.with(gatewaySettingsOf(config)),
        JudgeModule,
      ],
    };
  }
}
