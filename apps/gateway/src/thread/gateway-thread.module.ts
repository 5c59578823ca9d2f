import { FixDoorModule } from '@tongyun/tracking';
import { type DynamicModule, Module } from '@nestjs/common';
import { TERMINAL_DOOR } from '../terminal-door.js';
import {
  GATEWAY_THREAD_SETTINGS,
  GatewayThread,
  type GatewayThreadSettings,
} from './gateway-thread.js';

/** The gateway beside a process's other work, for one whose judge takes what is stored. */
@Module({})
export class GatewayThreadModule {
  static with(settings: GatewayThreadSettings): DynamicModule {
    return {
      module: GatewayThreadModule,
      imports: [FixDoorModule],
      providers: [
        { provide: GATEWAY_THREAD_SETTINGS, useValue: settings },
        GatewayThread,
        { provide: TERMINAL_DOOR, useExisting: GatewayThread },
      ],
      exports: [TERMINAL_DOOR],
    };
  }
}
