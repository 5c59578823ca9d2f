import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import {
  type DecodedFrame,
  encodeFrame,
  encodePlatformAnswer,
  encodeRegisterAnswer,
  MESSAGE_ID,
  MessageReader,
  type ReportToSend,
} from '@tongyun/jt808';
import { SimulatedTerminal, type TerminalIdentity } from './simulated-terminal.js';
import { TerminalLine } from './terminal-line.js';

const identity: TerminalIdentity = {
  phone: '13900000001',
  version: '2013',
  registration: {
    provinceId: 33,
    cityId: 100,
    manufacturer: 'TYSIM',
    model: 'SIM',
    terminalNo: 'S000001',
    plateColor: 2,
    plateNo: '浙A12345',
  },
};
const aReport = (second: number): ReportToSend => ({
  statusBits: 3,
  latE6: 30_000_000,
  lngE6: 120_000_000,
  altitudeM: 10,
  speedKph: 40,
  headingDeg: 0,
  at: new Date(Date.UTC(2026, 4, 4, 8, 0, second)),
});

/** A platform that answers success to everything, or keeps quiet. */
class FakePlatform {
  readonly heard: string[] = [];
  isQuiet = false;
  private readonly sockets = new Set<Socket>();
  private constructor(private readonly server: Server) {}

  static async open(): Promise<FakePlatform> {
    const server = createServer();
    const platform = new FakePlatform(server);
    server.on('connection', (socket) => platform.serve(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return platform;
  }

  get address() {
    return { host: '127.0.0.1', port: (this.server.address() as AddressInfo).port };
  }

  dropAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    this.dropAll();
    this.server.close();
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    const reader = new MessageReader();
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => reader.push(chunk).forEach((frame) => this.answer(socket, frame)));
  }

  private answer(socket: Socket, frame: DecodedFrame): void {
    if (!frame.ok) return;
    const { header, message } = frame;
    const size = message.kind === 'location_batch' ? ` of ${message.reports.length}` : '';
    this.heard.push(message.kind + size);
    if (this.isQuiet) return;
    const answeredSequence = header.sequence;
    const to = { version: header.version, phone: header.phone, sequence: 0 };
    const isRegister = header.messageId === MESSAGE_ID.register;
    const body = isRegister
      ? encodeRegisterAnswer({ answeredSequence, result: 0, authCode: 'f3a9' })
      : encodePlatformAnswer({ answeredSequence, answeredId: header.messageId, result: 0 });
    const messageId = isRegister ? MESSAGE_ID.registerAnswer : MESSAGE_ID.platformAnswer;
    socket.write(encodeFrame({ ...to, messageId }, body));
  }
}

const until = async (isReached: () => boolean): Promise<void> => {
  const deadline = Date.now() + 3_000;
  while (!isReached() && Date.now() < deadline) await new Promise((go) => setTimeout(go, 5));
};

describe('SimulatedTerminal', () => {
  let platform: FakePlatform;
  let terminal: SimulatedTerminal;

  beforeEach(async () => {
    platform = await FakePlatform.open();
    terminal = new SimulatedTerminal(identity, platform.address, 100);
  });
  afterEach(() => {
    terminal.close();
    platform.close();
  });

  it('registers, authenticates with the code it got, reports and logs out', async () => {
    await terminal.connect();

    expect(await terminal.register()).toBe('f3a9');
    expect(await terminal.authenticate('f3a9')).toBe(0);
    expect(await Promise.all([terminal.sendFix(aReport(1)), terminal.sendFix(aReport(2))])).toEqual(
      [0, 0],
    );
    expect(await terminal.sendBatch(1, [aReport(3), aReport(4)])).toBe(0);
    expect(await terminal.logOut()).toBe(0);
    expect(platform.heard).toEqual([
      'register',
      'authenticate',
      'location',
      'location',
      'location_batch of 2',
      'log_out',
    ]);
  });

  it('rejects what is not answered', async () => {
    await terminal.connect();
    platform.isQuiet = true;

    await expect(terminal.heartbeat()).rejects.toThrow('no answer to 0x2');
  });

  it('rejects what was open when the connection is lost', async () => {
    await terminal.connect();
    platform.isQuiet = true;
    const open = terminal.sendFix(aReport(1));
    await until(() => platform.heard.length === 1);
    platform.dropAll();

    await expect(open).rejects.toThrow('connection lost');
    expect(terminal.isConnected).toBe(false);
  });
});

describe('TerminalLine', () => {
  let platform: FakePlatform;
  let line: TerminalLine;

  beforeEach(async () => {
    platform = await FakePlatform.open();
    line = new TerminalLine(new SimulatedTerminal(identity, platform.address, 100));
  });
  afterEach(async () => {
    await line.end();
    platform.close();
  });

  const online = async (nowMs: number) => {
    line.keepUp(nowMs);
    await until(() => line.isOnline);
  };

  it('uploads as a batch what it could not send', async () => {
    line.report(aReport(1));
    line.report(aReport(2));
    await online(0);
    line.keepUp(1);
    await until(() => line.acknowledgedFixes === 2);

    expect(platform.heard).toEqual(['register', 'authenticate', 'location_batch of 2']);
  });

  it('uploads what it held back once it reports again', async () => {
    await online(0);
    line.hold(aReport(1));
    line.keepUp(1);
    expect(line.acknowledgedFixes).toBe(0);

    line.report(aReport(2));
    line.keepUp(2);
    await until(() => line.acknowledgedFixes === 2);
    expect(platform.heard.slice(2)).toEqual(['location', 'location_batch of 1']);
  });

  it('comes back after the platform was away, and no fix is missing', async () => {
    await online(0);
    platform.dropAll();
    await until(() => !line.isOnline);
    line.report(aReport(1));
    await online(10_000);
    line.keepUp(10_001);
    await until(() => line.acknowledgedFixes === 1);

    expect(line.acknowledgedFixes).toBe(1);
  });
});
