import 'reflect-metadata';
import { PlatformModule } from '@tongyun/platform';
import { JudgeModule } from '@tongyun/tracking';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from './api.module.js';
import { readApiConfig } from './config.js';
import { prepareHttp } from './http/prepare-http.js';
import { logLines } from './log-lines.js';

const config = readApiConfig(process.env);

/** The API as a process of its own; terminals come in by gateways beside it. */
@Module({
  imports: [PlatformModule.on(config.DATABASE_URL), ApiModule.with(config), JudgeModule],
})
class ApiProcess {}

const app = await NestFactory.create<NestExpressApplication>(ApiProcess, {
  bodyParser: false,
  logger: logLines(config),
});
prepareHttp(app, config);
app.enableShutdownHooks();
await app.listen(config.PORT, config.HOST);
