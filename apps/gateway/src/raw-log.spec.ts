import { encodeHeartbeat, fromHex, MESSAGE_ID, toHex } from '@tongyun/jt808';
import { newId, type TerminalId } from '@tongyun/kernel';
import { Logger } from '@nestjs/common';
import {
  AUTH_CODE,
  FakeDesk,
  FakeIdentities,
  FakeLogDesk,
  FakeStore,
} from '../../../test/support/gateway-fakes.js';
import { Jt808Device } from '../../../test/support/jt808-device.js';
import { until } from '../../../test/support/until.js';
import { DEFAULT_GATEWAY_SETTINGS } from './gateway.settings.js';
import { GatewayMetrics } from './gateway-metrics.js';
import { RawLog } from './raw-log.js';
import { TcpServer } from './tcp-server.js';

const PHONE = '13912340001';
const NOW = new Date('2026-05-04T08:00:02Z');
const clock = { now: () => NOW };
const NOISE = Uint8Array.of(0xde, 0xad, 0xbe);
const beat = (device: Jt808Device) => device.frame(MESSAGE_ID.heartbeat, encodeHeartbeat());

describe('the raw log', () => {
  let desk: FakeLogDesk;
  let server: TcpServer;
  const devices: Jt808Device[] = [];

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    desk = new FakeLogDesk();
    server = new TcpServer(
      { ...DEFAULT_GATEWAY_SETTINGS, host: '127.0.0.1', port: 0, tellEveryMs: 2 },
      new FakeIdentities(),
      new FakeStore(),
      new GatewayMetrics(),
      clock,
      new FakeDesk(),
      desk,
    );
    await server.onApplicationBootstrap();
  });
  afterEach(async () => {
    for (const device of devices.splice(0)) device.close();
    await server.onApplicationShutdown();
  });

  const aDevice = async (phone: string): Promise<Jt808Device> => {
    const device = await Jt808Device.connect(server.port, phone);
    devices.push(device);
    return device;
  };
  const bytesOf = (direction: 'in' | 'out') =>
    desk.pieces
      .filter((piece) => piece.direction === direction)
      .map(({ hex }) => hex)
      .join('');

  it('keeps every byte of a terminal, good or bad, both ways, and nobody else’s', async () => {
    const id = newId<TerminalId>();
    desk.switchedOn.push({ id, phone: PHONE });
    const other = await aDevice('13900000002');
    const device = await aDevice(PHONE);
    // Whose bytes are kept shows once something is kept: until then it may not be asked yet.
    await until(async () => {
      device.write(device.credentials('wrong'));
      await device.heard(1);
      return desk.pieces.length > 0;
    });
    desk.pieces.length = 0;
    device.answers.length = 0;
    await other.authenticate(AUTH_CODE);

    const sent = beat(device);
    device.write(Uint8Array.of(...NOISE, ...sent));
    await device.heard(1);
    // What was kept of the code before may come in a piece after it was forgotten here.
    const written = toHex(Uint8Array.of(...NOISE, ...sent));
    await until(() => bytesOf('in').includes(written) && bytesOf('out').length > 0);

    expect(bytesOf('in')).toContain(written);
    expect(fromHex(bytesOf('out'))!.at(0)).toBe(0x7e);
    expect(new Set(desk.pieces.map(({ terminalId }) => terminalId))).toEqual(new Set([id]));
  });

  it('drops what the database cannot take rather than hold it', async () => {
    const kept: number[] = [];
    const slow = {
      logged: () => Promise.resolve([{ id: newId<TerminalId>(), phone: PHONE }]),
      keep: (pieces: readonly object[]) => {
        kept.push(pieces.length);
        return Promise.resolve();
      },
    };
    const log = new RawLog(slow, clock, 1);
    log.start();
    await until(() => {
      log.note(PHONE, 'in', NOISE);
      return kept.length > 0;
    });
    kept.length = 0;
    for (let times = 0; times < 5_000; times += 1) log.note(PHONE, 'in', NOISE);
    await log.stop();

    expect(kept).toEqual([2_000]);
  });
});
