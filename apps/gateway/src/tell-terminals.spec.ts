import {
  ANSWER,
  encodeHeartbeat,
  encodeLocationAnswer,
  encodeParametersAnswer,
  encodeTerminalAnswer,
  type HeaderVersion,
  MESSAGE_ID,
} from '@tongyun/jt808';
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
import type { OrderToTell } from './order-desk.js';
import { TcpServer } from './tcp-server.js';

const PHONE = '13912340001';
const NOW = new Date('2026-05-04T08:00:02Z');
const warning = {
  kind: 'text',
  text: '前方限行',
  isUrgent: true,
  isShown: false,
  isSpoken: true,
} as const;
const aReport = {
  statusBits: 3,
  latE6: 30_274_150,
  lngE6: 120_155_150,
  altitudeM: 10,
  speedKph: 40,
  headingDeg: 90,
  at: NOW,
};

const sequenceOf = (device: Jt808Device) => device.answers.at(-1)!.header!.sequence;
const sayYes = (device: Jt808Device, answeredId: number, result: number = ANSWER.success) => {
  const answer = { answeredSequence: sequenceOf(device), answeredId, result };
  device.write(device.frame(MESSAGE_ID.terminalAnswer, encodeTerminalAnswer(answer)));
};

describe('a terminal that is told something', () => {
  let identities: FakeIdentities;
  let store: FakeStore;
  let desk: FakeDesk;
  let server: TcpServer;
  const devices: Jt808Device[] = [];

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    [identities, store, desk] = [new FakeIdentities(), new FakeStore(), new FakeDesk()];
    const settings = { host: '127.0.0.1', port: 0, batchWithinMs: 5, tellEveryMs: 5 };
    server = new TcpServer(
      { ...DEFAULT_GATEWAY_SETTINGS, ...settings },
      identities,
      store,
      new GatewayMetrics(),
      { now: () => NOW },
      desk,
      new FakeLogDesk(),
    );
    await server.onApplicationBootstrap();
  });
  afterEach(async () => {
    for (const device of devices.splice(0)) device.close();
    await server.onApplicationShutdown();
  });

  const aDevice = async (version: HeaderVersion = '2013'): Promise<Jt808Device> => {
    const device = await Jt808Device.connect(server.port, PHONE, version);
    devices.push(device);
    await device.authenticate(AUTH_CODE);
    return device;
  };
  const tell = (command: OrderToTell['command']) => desk.put(identities.terminalOf(PHONE), command);
  const settled = async () => {
    await until(() => desk.answers.length > 0);
    return desk.answers;
  };

  it.each(['2013', '2019'] as const)('hears it in its own header of %s', async (version) => {
    const device = await aDevice(version);
    tell(warning);

    expect(await device.heard(1)).toMatchObject([
      { kind: 'text', text: '前方限行', isUrgent: true, isShown: false, isSpoken: true },
    ]);
    expect(device.answers[0]!.header).toMatchObject({ messageId: MESSAGE_ID.text, version });
  });

  it.each([
    { result: ANSWER.success, state: 'done' },
    { result: ANSWER.failure, state: 'refused' },
    { result: ANSWER.unsupported, state: 'refused' },
  ])('settles it as $state by the answer $result', async ({ result, state }) => {
    const device = await aDevice();
    const { id } = tell(warning);
    await device.heard(1);
    sayYes(device, MESSAGE_ID.text, result);

    expect(await settled()).toMatchObject([{ id, state, answer: { result } }]);
    expect(device.answers).toHaveLength(1); // an answer is not answered
  });

  it('is told again under the same number, and settles it by one answer', async () => {
    const device = await aDevice();
    const order = tell(warning);
    await device.heard(1);
    desk.put(order.terminalId, warning, order);
    await device.heard(2);
    device.write(device.frame(MESSAGE_ID.heartbeat, encodeHeartbeat()));
    await device.heard(3);

    const [first, again, other] = device.answers.map((frame) => frame.header!.sequence);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('states where it is, which is stored as any other position', async () => {
    const device = await aDevice();
    const { id } = tell({ kind: 'ask_position' });
    expect(await device.heard(1)).toEqual([{ kind: 'query_location' }]);
    sayYes(device, MESSAGE_ID.queryLocation); // some say yes first
    const body = encodeLocationAnswer(sequenceOf(device), aReport);
    device.write(device.frame(MESSAGE_ID.locationAnswer, body));

    expect(await settled()).toEqual([
      {
        id,
        state: 'done',
        answer: {
          result: null,
          parameters: null,
          position: { lng: 120.15515, lat: 30.27415, at: NOW.toISOString(), isLocated: true },
        },
      },
    ]);
    await until(() => store.fixes.length > 0);
    expect(store.fixes).toMatchObject([{ lngSent: 120.15515, latSent: 30.27415 }]);
  });

  it('states its parameters', async () => {
    const device = await aDevice();
    const { id } = tell({ kind: 'ask_parameters' });
    await device.heard(1);
    const body = encodeParametersAnswer(sequenceOf(device), { heartbeatIntervalSec: 60 });
    device.write(device.frame(MESSAGE_ID.parametersAnswer, body));

    expect(await settled()).toMatchObject([
      { id, state: 'done', answer: { parameters: { heartbeatIntervalSec: 60 } } },
    ]);
  });

  it.each([
    {
      command: { kind: 'follow', intervalSec: 5, durationSec: 600 },
      heard: { kind: 'follow', intervalSec: 5, durationSec: 600 },
    },
    {
      command: { kind: 'set_parameters', parameters: { defaultIntervalSec: 10 } },
      heard: { kind: 'set_parameters', known: { defaultIntervalSec: 10 } },
    },
    {
      command: { kind: 'control', command: 'restart', argument: '' },
      heard: { kind: 'terminal_control', command: 4 },
    },
  ] as const)('hears $command.kind', async ({ command, heard }) => {
    const device = await aDevice();
    tell(command);

    expect(await device.heard(1)).toMatchObject([heard]);
  });

  it('leaves alone what an answer does not fit', async () => {
    const device = await aDevice();
    tell(warning);
    await device.heard(1);
    sayYes(device, MESSAGE_ID.follow);
    const body = encodeParametersAnswer(sequenceOf(device), { heartbeatIntervalSec: 60 });
    device.write(device.frame(MESSAGE_ID.parametersAnswer, body));
    device.write(device.frame(MESSAGE_ID.heartbeat, encodeHeartbeat()));
    await device.heard(2);

    expect(desk.answers).toEqual([]);
  });

  it('hears it when it comes back', async () => {
    const gone = await aDevice();
    gone.close();
    await until(() => gone.isClosed);
    tell(warning);

    const back = await Jt808Device.connect(server.port, PHONE);
    devices.push(back);
    back.write(back.credentials(AUTH_CODE));

    expect(await back.heard(2)).toMatchObject([{ kind: 'platform_answer' }, { kind: 'text' }]);
  });
});
