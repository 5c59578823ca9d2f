import 'reflect-metadata';
import { PlatformModule } from '@tongyun/platform';
import { ConsoleLogger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from './api.module.js';
import { readApiConfig } from './config.js';
import { prepareHttp } from './http/prepare-http.js';

const config = readApiConfig(process.env);

@Module({ imports: [PlatformModule.on(config.DATABASE_URL), ApiModule.with(config)] })
class ApiProcess {}

const app = await NestFactory.create<NestExpressApplication>(ApiProcess, {
  bodyParser: false,
  logger: new ConsoleLogger({ json: true }),
});
prepareHttp(app, config);
app.enableShutdownHooks();
await app.listen(config.PORT, config.HOST);
