import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type Clock, CLOCK } from '@tongyun/kernel';
import { FixDoor } from '@tongyun/tracking';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { ConnectedTerminals } from './connected-terminals.js';
import { FixBatcher, type FixStore } from './fix-batcher.js';
import { GATEWAY_SETTINGS, type GatewaySettings } from './gateway.settings.js';
import { GatewayMetrics } from './gateway-metrics.js';
import { HeedDecisions } from './heed-decisions.js';
import { ORDER_DESK, type OrderDesk } from './order-desk.js';
import { LOG_DESK, type LogDesk, RawLog } from './raw-log.js';
import { TellTerminals } from './tell-terminals.js';
import { OutgoingBytes } from './outgoing-bytes.js';
import type { TerminalDoor } from './terminal-door.js';
import { TERMINAL_IDENTITIES, type TerminalIdentities } from './terminal-identities.js';
import { type SessionDoors, TerminalSession } from './terminal-session.js';

/** How often a connection is looked at for parts that have not come. */
const ASK_EVERY_MS = 1_000;
/** How long connections may take to finish what they were told to end. */
const FAREWELL_MS = 2_000;

/**
 * Listens for terminals.
 *
 * A connection's next bytes are read only when the ones before are answered: TCP then holds the
 * sender back while the database is slow.
 */
@Injectable()
export class TcpServer implements TerminalDoor, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(TcpServer.name);
  private readonly sockets = new Set<Socket>();
  /** Ends each connection once what it sent is worked off and answered. */
  private readonly leaving = new Set<() => void>();
  private readonly working = new Set<Promise<void>>();
  private readonly fixes: FixBatcher;
  private readonly doors: SessionDoors;
  private readonly telling: TellTerminals;
  private readonly rawLog: RawLog;
  private readonly heeding: HeedDecisions;
  private readonly server: Server;

  constructor(
    @Inject(GATEWAY_SETTINGS) private readonly settings: GatewaySettings,
    @Inject(TERMINAL_IDENTITIES) identities: TerminalIdentities,
    @Inject(FixDoor) store: FixStore,
    private readonly metrics: GatewayMetrics,
    @Inject(CLOCK) clock: Clock,
    @Inject(ORDER_DESK) orders: OrderDesk,
    @Inject(LOG_DESK) logs: LogDesk,
  ) {
    this.fixes = new FixBatcher(store, settings);
    const connections = new ConnectedTerminals(metrics);
    this.telling = new TellTerminals(orders, connections, settings.tellEveryMs);
    this.rawLog = new RawLog(logs, clock, settings.tellEveryMs);
    this.heeding = new HeedDecisions(identities, connections, clock, settings.tellEveryMs);
    this.doors = {
      identities,
      fixes: this.fixes,
      metrics,
      connections,
      orders,
      rawLog: this.rawLog,
      clock,
    };
    this.server = createServer({ noDelay: true, keepAlive: true }, (socket) => this.accept(socket));
    this.server.maxConnections = settings.maxConnections;
    this.server.on('drop', () => metrics.countTurnedAway());
  }

  /** The port listened on; other than the setting when that is 0. */
  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.server.listen(this.settings.port, this.settings.host);
    await once(this.server, 'listening');
    this.telling.start();
    this.rawLog.start();
    this.heeding.start();
    this.logger.log(`JT/T 808 on ${this.settings.host}:${this.port}`);
  }

  /** Takes nothing new, stores and answers what was received, then closes. */
  async onApplicationShutdown(): Promise<void> {
    this.server.close();
    await this.telling.stop();
    await this.heeding.stop();
    await this.fixes.drain();
    for (const leave of this.leaving) leave();
    const patience = setTimeout(() => this.sockets.forEach((it) => it.destroy()), FAREWELL_MS);
    await Promise.all(this.working);
    await this.rawLog.stop();
    clearTimeout(patience);
  }

  private accept(socket: Socket): void {
    this.sockets.add(socket);
    this.metrics.setConnections(this.sockets.size);
    const work = this.serve(socket).finally(() => {
      this.sockets.delete(socket);
      this.working.delete(work);
      this.metrics.setConnections(this.sockets.size);
    });
    this.working.add(work);
  }

  private async serve(socket: Socket): Promise<void> {
    const outgoing = new OutgoingBytes(socket);
    const hangUp = () => {
      outgoing.flush();
      socket.destroySoon();
    };
    const session = new TerminalSession(this.doors, (wire) => outgoing.push(wire), hangUp);
    let isWorking = false;
    let isLeaving = false;
    const leave = () => {
      isLeaving = true;
      if (!isWorking) hangUp();
    };
    this.leaving.add(leave);
    const asking = setInterval(() => session.askForMissing(this.doors.clock.now()), ASK_EVERY_MS);
    const idleTimeoutMs = this.settings.idleTimeoutSec * 1_000;
    let wasIdleAtWork = false;
    socket.setTimeout(idleTimeoutMs);
    socket.on('timeout', () => {
      if (isWorking) wasIdleAtWork = true;
      else socket.destroy();
    });
    socket.on('error', () => socket.destroy());
    try {
      for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
        isWorking = true;
        const goesOn = await session.receive(chunk as Uint8Array);
        outgoing.flush();
        await hasRoom(socket);
        isWorking = false;
        // The socket tells of its silence once; when nothing was answered either, nothing ends that.
        if (wasIdleAtWork) socket.setTimeout(idleTimeoutMs);
        wasIdleAtWork = false;
        if (!goesOn || isLeaving) break;
      }
    } catch {
      // A reset or a destroyed socket: the terminal comes back by itself.
    }
    clearInterval(asking);
    this.leaving.delete(leave);
    session.left();
    outgoing.flush();
    await farewell(socket);
  }
}

/** Waits while the other side takes no answers. */
async function hasRoom(socket: Socket): Promise<void> {
  if (!socket.writableNeedDrain || socket.destroyed) return;
  await new Promise<void>((resolve) => {
    socket.once('drain', resolve);
    socket.once('close', resolve);
  });
}

/** Sends what is left, then closes. */
async function farewell(socket: Socket): Promise<void> {
  if (socket.destroyed) return;
  socket.setTimeout(FAREWELL_MS, () => socket.destroy());
  socket.resume();
  socket.end();
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
}
