import 'reflect-metadata';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { PlatformModule } from '@tongyun/platform';
import { JudgeBacklog } from '@tongyun/tracking';
import { type BeforeApplicationShutdown, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { register } from 'prom-client';
import { gatewaySettingsOf, readGatewayConfig } from './config.js';
import { GatewayModule } from './gateway.module.js';
import { serveOperations } from './operations-server.js';

const config = readGatewayConfig(process.env);
let operations: Server | undefined;

/** The gateway as a process of its own: many of them may stand behind a TCP load balancer. */
@Module({
  imports: [
    PlatformModule.on(config.DATABASE_URL, { relaysEvents: false }),
    GatewayModule.with(gatewaySettingsOf(config)),
  ],
})
class GatewayProcessModule implements BeforeApplicationShutdown {
  /** While there is a database to answer by. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!operations?.listening) return;
    const closed = once(operations, 'close');
    operations.close();
    operations.closeIdleConnections();
    await closed;
  }
}

const app = await NestFactory.createApplicationContext(GatewayProcessModule);
app.enableShutdownHooks();
if (config.METRICS_PORT !== undefined) {
  operations = await serveOperations(config.METRICS_PORT, app.get(JudgeBacklog), register);
  operations.unref();
}
