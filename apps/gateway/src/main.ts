import 'reflect-metadata';
import { PlatformModule } from '@tongyun/platform';
import { JudgeBacklog } from '@tongyun/tracking';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { register } from 'prom-client';
import { gatewaySettingsOf, readGatewayConfig } from './config.js';
import { GatewayModule } from './gateway.module.js';
import { serveOperations } from './operations-server.js';

const config = readGatewayConfig(process.env);

/** The gateway as a process of its own: many of them may stand behind a TCP load balancer. */
@Module({
  imports: [
    PlatformModule.on(config.DATABASE_URL, { relaysEvents: false }),
    GatewayModule.with(gatewaySettingsOf(config)),
  ],
})
class GatewayProcessModule {}

const app = await NestFactory.createApplicationContext(GatewayProcessModule);
app.enableShutdownHooks();
if (config.METRICS_PORT !== undefined) {
  const operations = await serveOperations(config.METRICS_PORT, app.get(JudgeBacklog), register);
  operations.unref();
}
