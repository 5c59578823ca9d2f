import {
  ANSWER,
  BATCH_KIND,
  encodeFrame,
  encodeHeartbeat,
  encodeLocation,
  encodeLocationBatch,
  encodeLogOut,
  encodeRegister,
  MESSAGE_ID,
  type ReportToSend,
  toHex,
} from '@tongyun/jt808';
import { addMinutes } from '@tongyun/kernel';
import { Logger } from '@nestjs/common';
import {
  AUTH_CODE,
  FakeDesk,
  FakeIdentities,
  FakeLogDesk,
  FakeStore,
} from '../../../test/support/gateway-fakes.js';
import { Jt808Device as Device } from '../../../test/support/jt808-device.js';
import { until } from '../../../test/support/until.js';
import { DEFAULT_GATEWAY_SETTINGS, type GatewaySettings } from './gateway.settings.js';
import { GatewayMetrics } from './gateway-metrics.js';
import { TcpServer } from './tcp-server.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const aReport = (change: Partial<ReportToSend> = {}): ReportToSend => ({
  statusBits: 3,
  latE6: 30_274_150,
  lngE6: 120_155_150,
  altitudeM: 10,
  speedKph: 40,
  headingDeg: 90,
  at: new Date('2026-05-04T08:00:00Z'),
  ...change,
});
const location = (device: Device, change: Partial<ReportToSend> = {}) =>
  device.frame(MESSAGE_ID.location, encodeLocation(aReport(change)));
const PHONE = '13912340001';
const answer = (answeredSequence: number, answeredId: number, result: number) => ({
  kind: 'platform_answer',
  answeredSequence,
  answeredId,
  result,
});
const START = new Date('2026-05-04T08:00:02Z');
let now = START;
const clock = { now: () => now };

describe('TcpServer', () => {
  let identities: FakeIdentities;
  let store: FakeStore;
  let server: TcpServer;
  const devices: Device[] = [];

  const serve = async (settings: Partial<GatewaySettings> = {}): Promise<void> => {
    identities = new FakeIdentities();
    store = new FakeStore();
    const local = { ...DEFAULT_GATEWAY_SETTINGS, host: '127.0.0.1', port: 0, batchWithinMs: 5 };
    const all = { ...local, ...settings };
    server = new TcpServer(
      all,
      identities,
      store,
      new GatewayMetrics(),
      clock,
      new FakeDesk(),
      new FakeLogDesk(),
    );
    await server.onApplicationBootstrap();
  };
  /** A connection on which nobody has shown a code; its next message is number 101. */
  const aStranger = async (phone = PHONE): Promise<Device> => {
    const device = await Device.connect(server.port, phone);
    devices.push(device);
    device.frame(MESSAGE_ID.heartbeat, encodeHeartbeat()); // number 100 stays unsent
    return device;
  };
  const aDevice = async (phone = PHONE): Promise<Device> => {
    const device = await Device.connect(server.port, phone);
    devices.push(device);
    await device.authenticate(AUTH_CODE);
    return device;
  };

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(() => {
    now = START;
    return serve();
  });
  afterEach(async () => {
    for (const device of devices.splice(0)) device.close();
    await server.onApplicationShutdown();
  });

  it('registers, authenticates, hears heartbeats and lets go, numbering its answers', async () => {
    const device = await aStranger();
    const plate = { plateColor: 2, plateNo: '浙A12345' };
    const ids = { provinceId: 33, cityId: 100, manufacturer: 'TY', model: 'M', terminalNo: 'T1' };
    device.write(device.frame(MESSAGE_ID.register, encodeRegister({ ...ids, ...plate }, '2013')));
    await device.heard(1);
    device.write(device.credentials(AUTH_CODE));
    device.write(device.frame(MESSAGE_ID.heartbeat, encodeHeartbeat()));
    device.write(device.frame(MESSAGE_ID.logOut, encodeLogOut()));

    expect(await device.heard(4)).toEqual([
      { kind: 'register_answer', answeredSequence: 101, result: 0, authCode: AUTH_CODE },
      answer(102, 0x0102, ANSWER.success),
      answer(103, 0x0002, ANSWER.success),
      answer(104, 0x0003, ANSWER.success),
    ]);
    expect(device.answers.map(({ header }) => [header?.phone, header?.sequence])).toEqual([
      ['013912340001', 0],
      ['013912340001', 1],
      ['013912340001', 2],
      ['013912340001', 3],
    ]);
    expect(identities.registered).toMatchObject([
      { phone: PHONE, plateNo: '浙A12345', plateColor: 'yellow', protocolVersion: '2013' },
    ]);
    await until(() => device.isClosed);
    expect(device.isClosed).toBe(true);
  });

  it('answers in the header that the terminal speaks', async () => {
    const device = await aDevice();
    const header = { messageId: 0x0002, version: '2019' as const, phone: PHONE, sequence: 1 };
    device.write(encodeFrame(header, encodeHeartbeat()));
    await device.heard(1);

    expect(device.answers[0]?.header).toMatchObject({
      version: '2019',
      phone: '00000000013912340001',
    });
  });

  it('acknowledges a position only once it is stored', async () => {
    const letStore = store.hold();
    const device = await aDevice();
    device.write(location(device));
    await pause(60);
    expect(device.answers).toEqual([]);

    letStore();
    expect(await device.heard(1)).toEqual([answer(101, 0x0200, ANSWER.success)]);
    expect(store.fixes).toHaveLength(1);
  });

  it('acknowledges nothing that was not stored, and goes on', async () => {
    store.fails = true;
    const device = await aDevice();
    device.write(location(device));
    await pause(60);
    expect(device.answers).toEqual([]);

    store.fails = false;
    device.write(location(device));
    expect(await device.heard(1)).toEqual([answer(102, 0x0200, ANSWER.success)]);
  });

  it('reads no further while a store is pending', async () => {
    const letStore = store.hold();
    const device = await aDevice();
    device.write(location(device));
    await pause(30);
    device.write(device.frame(MESSAGE_ID.heartbeat, encodeHeartbeat()));
    await pause(60);
    expect(device.answers).toEqual([]);

    letStore();
    expect(await device.heard(2)).toEqual([
      answer(101, 0x0200, ANSWER.success),
      answer(102, 0x0002, ANSWER.success),
    ]);
  });

  it('takes halves and several frames in one packet', async () => {
    const device = await aDevice();
    const frames = [location(device), location(device), location(device)];
    const joined = Uint8Array.from(frames.flatMap((frame) => [...frame]));
    device.write(joined.subarray(0, 20));
    await pause(20);
    device.write(joined.subarray(20, 70));
    await pause(20);
    device.write(joined.subarray(70));

    expect(await device.heard(3)).toHaveLength(3);
    expect(store.fixes).toHaveLength(3);
  });

  it('skips rubbish and bad frames between good ones', async () => {
    const device = await aDevice();
    const flipped = Uint8Array.from(location(device));
    flipped[20] = flipped[20]! ^ 1;
    device.write(Uint8Array.of(0xde, 0xad, 0x7e, 0x7e, 0x01, 0x7d, 0x05, 0x7e));
    device.write(flipped);
    device.write(location(device));

    expect(await device.heard(1)).toEqual([answer(102, 0x0200, ANSWER.success)]);
    expect(store.fixes).toHaveLength(1);
  });

  it('says so when a body is too short for its message', async () => {
    const device = await aDevice();
    device.write(device.frame(MESSAGE_ID.location, Uint8Array.of(1, 2, 3)));

    expect(await device.heard(1)).toEqual([answer(101, 0x0200, ANSWER.wrongMessage)]);
  });

  it('does not claim to have taken what it does not read', async () => {
    const device = await aDevice();
    device.write(device.frame(0x0900, Uint8Array.of(1)));

    expect(await device.heard(1)).toEqual([answer(101, 0x0900, ANSWER.unsupported)]);
  });

  describe('of a batch that its terminal has cut up', () => {
    const reports = [5, 4, 6].map((speedKph) => aReport({ speedKph }));
    const body = encodeLocationBatch(BATCH_KIND.blindSpot, reports);
    const part = (no: number) =>
      encodeFrame(
        {
          messageId: MESSAGE_ID.locationBatch,
          version: '2013',
          phone: PHONE,
          sequence: 500 + no,
          subPackage: { total: 3, no },
        },
        body.subarray((no - 1) * 40, no === 3 ? body.length : no * 40),
      );

    it('answers the parts once all of it is stored, and not before', async () => {
      const device = await aDevice();
      device.write(part(3));
      device.write(part(1));
      await pause(60);
      expect(device.answers).toEqual([]);

      device.write(part(2));
      expect(await device.heard(3)).toEqual(
        [503, 501, 502].map((sequence) => answer(sequence, 0x0704, ANSWER.success)),
      );
      expect(store.fixes.map(({ speedKph }) => speedKph)).toEqual([5, 4, 6]);
    });

    it('asks for the part that does not come', async () => {
      const device = await aDevice();
      device.write(part(1));
      device.write(part(3));
      device.write(device.frame(MESSAGE_ID.heartbeat, encodeHeartbeat()));
      await device.heard(1);
      now = addMinutes(START, 1);

      expect((await device.heard(2)).at(-1)).toEqual({
        kind: 'resend_request',
        firstSequence: 501,
        partNos: [2],
      });
      device.write(part(2));
      expect(await device.heard(5)).toHaveLength(5);
      expect(store.fixes).toHaveLength(3);
    });
  });

  it('stores a blind-spot batch whole, in the order sent, and answers it once', async () => {
    const device = await aDevice();
    const reports = [5, 4, 6].map((speedKph) => aReport({ speedKph }));
    const body = encodeLocationBatch(BATCH_KIND.blindSpot, reports);
    device.write(device.frame(MESSAGE_ID.locationBatch, body));

    expect(await device.heard(1)).toEqual([answer(101, 0x0704, ANSWER.success)]);
    expect(store.fixes.map(({ speedKph }) => speedKph)).toEqual([5, 4, 6]);
  });

  it('stores an impossible position as none before it answers', async () => {
    const device = await aDevice();
    device.write(location(device, { latE6: 120_155_150, lngE6: 30_274_150 }));

    expect(await device.heard(1)).toEqual([answer(101, 0x0200, ANSWER.success)]);
    expect(store.fixes).toMatchObject([{ lngSent: 0, latSent: 0, isLocated: false }]);
  });

  it('stores an old or future time and leaves it to the judge', async () => {
    const device = await aDevice();
    device.write(location(device, { at: new Date('2000-01-01T00:00:12Z') }));
    device.write(location(device, { at: new Date('2099-01-01T00:00:00Z') }));

    expect(await device.heard(2)).toHaveLength(2);
    expect(store.fixes).toHaveLength(2);
  });

  it('takes the position of a terminal that nobody knew, and asks once who it is', async () => {
    const device = await aDevice('19900000001');
    device.write(location(device));
    device.write(location(device));
    await device.heard(2);

    expect(identities.identified).toEqual(['19900000001']);
    expect(store.fixes[0]?.vehicleId).toBe(identities.vehicleOf('19900000001'));
  });

  it('keeps two terminals apart', async () => {
    const [one, two] = [await aDevice('13900000001'), await aDevice('13900000002')];
    one.write(location(one, { speedKph: 10 }));
    two.write(location(two, { speedKph: 20 }));
    await Promise.all([one.heard(1), two.heard(1)]);

    expect(new Map(store.fixes.map(({ vehicleId, speedKph }) => [vehicleId, speedKph]))).toEqual(
      new Map([
        [identities.vehicleOf('13900000001'), 10],
        [identities.vehicleOf('13900000002'), 20],
      ]),
    );
  });

  it('refuses a wrong code and then its positions, until it shows the right one', async () => {
    const device = await aStranger();
    device.write(device.credentials('wrong'));
    device.write(location(device));
    expect(await device.heard(2)).toEqual([
      answer(101, 0x0102, ANSWER.failure),
      answer(102, 0x0200, ANSWER.failure),
    ]);
    expect(store.fixes).toEqual([]);

    device.write(device.credentials(AUTH_CODE));
    device.write(location(device));
    expect(await device.heard(4)).toHaveLength(4);
    expect(store.fixes).toHaveLength(1);
  });

  it('tells a device no code that another one has, and whoever fits terminals that it came', async () => {
    identities.taken.add(PHONE);
    const device = await aStranger();
    const ids = { provinceId: 33, cityId: 100, manufacturer: 'TY', model: 'M', terminalNo: 'T2' };
    const body = encodeRegister({ ...ids, plateColor: 2, plateNo: '浙A12345' }, '2013');
    device.write(device.frame(MESSAGE_ID.register, body));

    expect(await device.heard(1)).toEqual([
      { kind: 'register_answer', answeredSequence: 101, result: 3, authCode: null },
    ]);
    await until(() => identities.refusals.length > 0);
    expect(identities.refusals).toMatchObject([{ phone: PHONE, code: 'ANOTHER_TERMINAL' }]);
  });

  it('keeps the very frame that registered, and never one that holds a code', async () => {
    const device = await aStranger();
    const ids = { provinceId: 33, cityId: 100, manufacturer: 'TY', model: 'M', terminalNo: 'T1' };
    const body = encodeRegister({ ...ids, plateColor: 2, plateNo: '浙A12345' }, '2013');
    const register = device.frame(MESSAGE_ID.register, body);
    device.write(Buffer.concat([register, device.credentials('wrong')]));
    await device.heard(2);

    expect(identities.registered.map(({ lastFrame }) => lastFrame)).toEqual([toHex(register)]);
    expect(identities.refusals).toMatchObject([{ code: 'AUTH_CODE_WRONG', lastFrame: null }]);
  });

  it('takes nothing on a connection before the code is shown on it', async () => {
    const device = await aStranger();
    const batch = encodeLocationBatch(BATCH_KIND.blindSpot, [aReport()]);
    device.write(location(device));
    device.write(device.frame(MESSAGE_ID.locationBatch, batch));
    device.write(device.frame(MESSAGE_ID.heartbeat, encodeHeartbeat()));

    expect(await device.heard(3)).toEqual([
      answer(101, 0x0200, ANSWER.failure),
      answer(102, 0x0704, ANSWER.failure),
      answer(103, 0x0002, ANSWER.failure),
    ]);
    expect(store.fixes).toEqual([]);
    expect(identities.identified).toEqual([]);
  });

  it('puts on record once whom it refused, why, and what had come', async () => {
    const device = await aStranger();
    const first = location(device);
    device.write(first);
    await device.heard(1);
    device.write(location(device));
    device.write(device.credentials('wrong'));
    await device.heard(3);

    expect(identities.refusals).toMatchObject([
      { phone: PHONE, code: 'NOT_AUTHENTICATED', lastFrame: toHex(first) },
      { phone: PHONE, code: 'AUTH_CODE_WRONG' },
    ]);
  });

  it('trusts a terminal that has shown its code for as long as it stays', async () => {
    const device = await aDevice();
    device.write(location(device));
    now = addMinutes(START, 2); // asked anew who it is
    device.write(location(device));

    expect(await device.heard(2)).toHaveLength(2);
    expect(store.fixes).toHaveLength(2);
  });

  it('ends the old connection of a terminal that comes by a new one', async () => {
    const old = await aDevice();
    const other = await aDevice('13900000002');
    const young = await aDevice();
    await until(() => old.isClosed);
    young.write(location(young));

    expect(await young.heard(1)).toHaveLength(1);
    expect([old.isClosed, other.isClosed, young.isClosed]).toEqual([true, false, false]);
  });

  it('refuses a blocked terminal and ends its connection', async () => {
    const device = await aStranger();
    identities.blocked.add(PHONE);
    device.write(device.credentials(AUTH_CODE));

    expect(await device.heard(1)).toEqual([answer(101, 0x0102, ANSWER.failure)]);
    await until(() => device.isClosed);
    expect(device.isClosed).toBe(true);
  });

  it('takes the next position for the vehicle that its terminal was bound to meanwhile', async () => {
    await server.onApplicationShutdown();
    await serve({ tellEveryMs: 5 });
    const device = await aDevice();
    device.write(location(device));
    await device.heard(1);
    const before = store.fixes[0]!.vehicleId;

    const after = identities.bindAnew(PHONE);
    await until(async () => {
      const heard = device.answers.length;
      device.write(location(device));
      await device.heard(heard + 1);
      return store.fixes.at(-1)!.vehicleId === after;
    });

    expect(store.fixes.at(-1)!.vehicleId).not.toBe(before);
  });

  it('ends the connection of a terminal that is blocked meanwhile', async () => {
    const device = await aDevice();
    identities.blocked.add(PHONE);
    now = addMinutes(START, 2);
    device.write(location(device));

    expect(await device.heard(1)).toEqual([answer(101, 0x0200, ANSWER.failure)]);
    await until(() => device.isClosed);
    expect(device.isClosed).toBe(true);
    expect(store.fixes).toEqual([]);
  });

  it('survives a connection that is torn off in the middle of a frame', async () => {
    const torn = await aDevice();
    torn.write(location(torn).subarray(0, 10));
    await pause(20);
    torn.close();
    const device = await aDevice();
    device.write(location(device));

    expect(await device.heard(1)).toHaveLength(1);
  });

  it('stores and answers what was received before it stops', async () => {
    const letStore = store.hold();
    const device = await aDevice();
    device.write(location(device));
    await pause(30);
    const stopped = server.onApplicationShutdown();
    letStore();
    await stopped;

    expect(await device.heard(1)).toEqual([answer(101, 0x0200, ANSWER.success)]);
    await serve();
  });

  it('answers all of what one read held before it stops', async () => {
    const letStore = store.hold();
    const device = await aDevice();
    device.write(Buffer.concat([location(device), location(device)]));
    await pause(30);
    const stopped = server.onApplicationShutdown();
    letStore();
    await stopped;

    expect(await device.heard(2)).toHaveLength(2);
    await serve();
  });
});

const startWith = async (settings: Partial<GatewaySettings>, store = new FakeStore()) => {
  const server = new TcpServer(
    { ...DEFAULT_GATEWAY_SETTINGS, host: '127.0.0.1', port: 0, ...settings },
    new FakeIdentities(),
    store,
    new GatewayMetrics(),
    clock,
    new FakeDesk(),
    new FakeLogDesk(),
  );
  await server.onApplicationBootstrap();
  return server;
};

describe('TcpServer with tight limits', () => {
  it('closes a connection that stays silent', async () => {
    const server = await startWith({ idleTimeoutSec: 0.05 });
    const device = await Device.connect(server.port, PHONE);
    await until(() => device.isClosed);

    expect(device.isClosed).toBe(true);
    await server.onApplicationShutdown();
  });

  it('ends one that fell silent while what it sent could not be stored', async () => {
    const store = new FakeStore();
    const server = await startWith({ idleTimeoutSec: 0.3 }, store);
    const release = store.hold();
    store.fails = true;
    const device = await Device.connect(server.port, PHONE);
    await device.authenticate(AUTH_CODE);
    device.write(location(device));
    await pause(600); // its silence is told of meanwhile
    expect(device.isClosed).toBe(false);
    release();
    await until(() => device.isClosed);

    expect(device.isClosed).toBe(true);
    await server.onApplicationShutdown();
  });

  it('turns away a connection beyond the limit', async () => {
    const server = await startWith({ maxConnections: 1 });
    const first = await Device.connect(server.port, PHONE);
    const second = await Device.connect(server.port, PHONE);
    await until(() => second.isClosed);

    expect([first.isClosed, second.isClosed]).toEqual([false, true]);
    first.close();
    await server.onApplicationShutdown();
  });
});
