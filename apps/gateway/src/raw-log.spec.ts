import { encodeHeartbeat, encodeRegister, fromHex, MESSAGE_ID, toHex } from '@tongyun/jt808';
import type { LoggedBytes } from '@tongyun/fleet';
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
const REGISTRATION = {
  provinceId: 33,
  cityId: 102,
  manufacturer: '70111',
  model: 'BSJ-A6',
  terminalNo: 'T1',
  plateColor: 2,
  plateNo: '浙A12345',
};
const NOISE = Uint8Array.of(0xde, 0xad, 0xbe);
const beat = (device: Jt808Device) => device.frame(MESSAGE_ID.heartbeat, encodeHeartbeat());

describe('the raw log', () => {
  let desk: FakeLogDesk;
  let identities: FakeIdentities;
  let server: TcpServer;
  const devices: Jt808Device[] = [];

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    desk = new FakeLogDesk();
    identities = new FakeIdentities();
    server = new TcpServer(
      { ...DEFAULT_GATEWAY_SETTINGS, host: '127.0.0.1', port: 0, tellEveryMs: 2 },
      identities,
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

  /** Whose bytes are kept shows once something is kept: until then it may not be asked yet. */
  const untilLogged = async (device: Jt808Device) => {
    await until(async () => {
      device.write(device.credentials('wrong'));
      await device.heard(1);
      return desk.pieces.length > 0;
    });
    desk.pieces.length = 0;
    device.answers.length = 0;
  };

  it('keeps every frame of a terminal, of noise how long it was, both ways, and nobody else’s', async () => {
    const id = newId<TerminalId>();
    desk.switchedOn.push({ id, phone: PHONE });
    const other = await aDevice('13900000002');
    const device = await aDevice(PHONE);
    await untilLogged(device);
    await other.authenticate(AUTH_CODE);

    const sent = beat(device);
    device.write(Uint8Array.of(...NOISE, ...sent));
    await device.heard(1);
    // What was kept of the code before may come in a piece after it was forgotten here.
    const written = `${'2a'.repeat(NOISE.length)}${toHex(sent)}`;
    await until(() => bytesOf('in').includes(written) && bytesOf('out').length > 0);

    expect(bytesOf('in')).toContain(written);
    expect(fromHex(bytesOf('out'))!.at(0)).toBe(0x7e);
    expect(new Set(desk.pieces.map(({ terminalId }) => terminalId))).toEqual(new Set([id]));
  });

  it('keeps under its terminal what comes after the code, and before it by the number stated', async () => {
    const device = await aDevice(PHONE);
    const thief = await aDevice(PHONE);
    await device.authenticate(AUTH_CODE);
    const id = identities.terminalOf(PHONE);
    desk.switchedOn.push({ id, phone: PHONE });
    await untilLogged(thief);
    device.write(beat(device));
    await device.heard(1);
    await until(() => desk.pieces.some(({ isStatedOnly }) => !isStatedOnly));
    thief.write(beat(thief));
    await until(() => desk.pieces.some(({ isStatedOnly }) => isStatedOnly));

    const ofDevice = desk.pieces.filter(({ isStatedOnly }) => !isStatedOnly);
    expect(ofDevice.map(({ direction }) => direction)).toContain('in');
    expect(new Set(desk.pieces.map(({ terminalId }) => terminalId))).toEqual(new Set([id]));
  });

  it('keeps nothing under a number that a terminal states which has shown its own code', async () => {
    const device = await aDevice(PHONE);
    await device.authenticate(AUTH_CODE);
    const phone = '13900000003';
    desk.switchedOn.push({ id: newId<TerminalId>(), phone });
    const posed = await aDevice(phone);
    await untilLogged(posed);
    const [byAnother, byItself] = [beat(posed), beat(posed)];
    device.write(byAnother);
    await device.heard(1);
    posed.write(byItself);
    await until(() => bytesOf('in').includes(toHex(byItself)));

    expect(bytesOf('in')).not.toContain(toHex(byAnother));
  });

  it('keeps no code, neither stated nor given', async () => {
    desk.switchedOn.push({ id: newId<TerminalId>(), phone: PHONE });
    const device = await aDevice(PHONE);
    await untilLogged(device);
    device.write(device.frame(MESSAGE_ID.register, encodeRegister(REGISTRATION, '2013')));
    await device.heard(1);
    device.write(device.credentials(AUTH_CODE));
    await device.heard(2);
    await until(() => bytesOf('out').includes('7e8100') && bytesOf('in').includes('7e0102'));

    const code = toHex(new TextEncoder().encode(AUTH_CODE));
    expect(bytesOf('in') + bytesOf('out')).not.toContain(code);
  });

  it('keeps no code of a frame that was damaged on its way, nor of one that never ended', async () => {
    desk.switchedOn.push({ id: newId<TerminalId>(), phone: PHONE });
    const device = await aDevice(PHONE);
    await untilLogged(device);
    const [damaged, unended] = [device.credentials(AUTH_CODE), device.credentials(AUTH_CODE)];
    damaged[2]! ^= 1;
    device.write(Uint8Array.of(...damaged, ...beat(device), ...unended.subarray(0, -1)));
    await device.heard(1);
    device.close();
    await until(() => bytesOf('in').endsWith('2a'));

    expect(bytesOf('in')).not.toContain(toHex(new TextEncoder().encode(AUTH_CODE)));
    expect(bytesOf('in')).toMatch(/^7e(..){12}(2a)+7e/);
  });

  describe('of a database that is slow or gone', () => {
    const line = { terminalId: newId<TerminalId>(), isStatedOnly: true };
    let kept: LoggedBytes[][] = [];
    let isGone = false;
    const store = {
      logged: () => Promise.resolve([]),
      keep: (pieces: readonly LoggedBytes[]) => {
        if (isGone) return Promise.reject(new Error('database gone'));
        kept.push([...pieces]);
        return Promise.resolve();
      },
    };
    beforeEach(() => {
      kept = [];
      isGone = false;
    });

    it('drops what cannot be taken rather than hold it, and says how much', async () => {
      const log = new RawLog(store, clock, 1);
      for (let times = 0; times < 5_000; times += 1) log.add(line, 'in', NOISE);
      await log.stop();
      log.add(line, 'in', NOISE);
      await log.stop();

      expect(kept.map((pieces) => pieces.length)).toEqual([2_000, 1]);
      expect(kept[1]).toMatchObject([{ droppedBefore: 3_000 }]);
    });

    it('says how much was not kept while it was gone', async () => {
      const log = new RawLog(store, clock, 1);
      isGone = true;
      for (let times = 0; times < 3; times += 1) {
        log.add(line, 'in', NOISE);
        await log.stop();
      }
      isGone = false;
      log.add(line, 'in', NOISE);
      await log.stop();

      expect(kept).toMatchObject([[{ droppedBefore: 3 }]]);
    });
  });
});
