import 'reflect-metadata';
import { PlatformModule } from '@tongyun/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { gatewaySettingsOf, readGatewayConfig } from './config.js';
import { GatewayModule } from './gateway.module.js';
import { serveMetrics } from './metrics-server.js';

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
  const metrics = await serveMetrics(config.METRICS_PORT);
  metrics.unref();
}
