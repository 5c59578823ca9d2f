import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { PlatformModule } from '@tongyun/platform';
import { JudgeWake, type PackedFixes, StoredFixes } from '@tongyun/tracking';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GatewayModule } from '../gateway.module.js';
import { TERMINAL_DOOR, type TerminalDoor } from '../terminal-door.js';
import { readFigures } from './figures.js';
import { ThreadLogger } from './thread-logger.js';
import type { ThreadNews, ThreadOrder, ThreadSettings } from './thread-messages.js';

const settings = workerData as ThreadSettings;
const port = parentPort!;
const tell = (news: ThreadNews): void => port.postMessage(news);

/** As in a process of its own, but that what it stores goes straight to the judge. */
@Module({
  imports: [
    PlatformModule.on(settings.databaseUrl, { relaysEvents: false }),
    GatewayModule.with(settings.gateway),
  ],
})
class GatewayThreadModule {}

const app = await NestFactory.createApplicationContext(GatewayThreadModule, {
  logger: new ThreadLogger(tell),
  abortOnError: false,
});
app.get(StoredFixes, { strict: false }).handTo((groups: readonly PackedFixes[]) => {
  const rows = groups.map((group) => group.rows.buffer);
  port.postMessage({ kind: 'fixes', groups } satisfies ThreadNews, rows);
});
app.get(JudgeWake, { strict: false }).onWake(() => tell({ kind: 'wake' }));

port.on('message', (order: ThreadOrder) => {
  // Of a thread this ends the thread alone.
  if (order.kind === 'close') void app.close().then(() => process.exit());
  else void readFigures().then((figures) => tell({ kind: 'metrics', figures }));
});
const { port: listening } = app.get<TerminalDoor>(TERMINAL_DOOR, { strict: false });
tell({ kind: 'listening', port: listening });
