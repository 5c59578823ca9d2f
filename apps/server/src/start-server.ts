import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type FirstAdministrator, MakeFirstAdministratorService } from '@tongyun/accounts';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { logLines, prepareHttp } from '../../api/src/index.js';
import {
  type DemoDriverCode,
  issueDriverCode,
  loadDemo,
} from '../../../database/seeds/demo/index.js';
import { TERMINAL_DOOR, type TerminalDoor } from '../../gateway/src/index.js';
import type { ServerConfig } from './config.js';
import { openDatabase } from './open-database.js';
import { serveWeb } from './serve-web.js';
import { ServerModule } from './server.module.js';

export interface RunningServer {
  readonly app: NestExpressApplication;
  readonly port: number;
  readonly jt808Port: number;
  readonly hasPages: boolean;
  readonly firstAdministrator: FirstAdministrator;
  /** A driver's sign-in for the demo's phone page; null without demo data. */
  readonly driverCode: DemoDriverCode | null;
  close(): Promise<void>;
}

/**
 * Opens the database and starts everything on it.
 *
 * @param onFault the embedded database or the gateway's thread died; nothing can go on
 */
export async function startServer(
  config: ServerConfig,
  onFault: (error: Error) => void,
  logger: LoggerService | false = logLines(config),
): Promise<RunningServer> {
  const database = await openDatabase(config, onFault);
  let app: NestExpressApplication | undefined;
  const close = async () => {
    await app?.close();
    await database.close();
  };
  try {
    app = await NestFactory.create<NestExpressApplication>(
      ServerModule.with(config, database.url, onFault),
      { bodyParser: false, forceCloseConnections: true, logger, ...httpsOf(config) },
    );
    prepareHttp(app, config);
    const hasPages = serveWeb(app, config.WEB_DIR);
    await app.init();
    const firstUsers = await makeFirstUsers(app, config);
    await app.listen(config.PORT, config.HOST);
    const { port } = app.getHttpServer().address() as AddressInfo;
    const { port: jt808Port } = app.get<TerminalDoor>(TERMINAL_DOOR, { strict: false });
    return { app, port, jt808Port, hasPages, ...firstUsers, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The demo brings an administrator of its own. */
async function makeFirstUsers(
  app: NestExpressApplication,
  config: ServerConfig,
): Promise<Pick<RunningServer, 'driverCode' | 'firstAdministrator'>> {
  const driverCode = config.DEMO ? await issueDriverCode(app, await loadDemo(app)) : null;
  const firstAdministrator = await app
    .get(MakeFirstAdministratorService, { strict: false })
    .make(config.ADMIN_USERNAME, config.ADMIN_PASSWORD);
  return { driverCode, firstAdministrator };
}

function httpsOf({ TLS_CERT, TLS_KEY }: ServerConfig) {
  if (TLS_CERT === undefined || TLS_KEY === undefined) return {};
  return { httpsOptions: { cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) } };
}
