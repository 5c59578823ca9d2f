import { randomInt } from 'node:crypto';
import type {
  Page,
  TerminalBytesView,
  TerminalFixView,
  TerminalView,
  TrackView,
} from '@tongyun/contracts';
import { encodeLocation, MESSAGE_ID, type RawItem, toDrumItem } from '@tongyun/jt808';
import { addMinutes } from '@tongyun/kernel';
import { sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { Jt808Device } from '../support/jt808-device.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const CODE = 'its own code';
const drumTurns = (state: 'forward' | 'reverse') => toDrumItem({ state, speedRpm: 8 });
const report = async (device: Jt808Device, drum: RawItem) => {
  const [at, heard] = [new Date(), device.answers.length];
  const body = encodeLocation({
    statusBits: 3,
    latE6: 30_274_150,
    lngE6: 120_155_150,
    altitudeM: 0,
    speedKph: 0,
    headingDeg: 0,
    at,
    items: { satellites: 11, raw: [drum] },
  });
  device.write(device.frame(MESSAGE_ID.location, body));
  await device.heard(heard + 1);
};

describe('fitting a terminal', () => {
  let server: TestServer;
  const devices: Jt808Device[] = [];

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(async () => {
    for (const device of devices) device.close();
    await server?.close();
  });

  const aDevice = async () => {
    const phone = `139${randomInt(10_000_000, 99_999_999)}`;
    const device = await Jt808Device.connect(server.jt808Port, phone);
    devices.push(device);
    return { device, phone };
  };
  const list = async (query: string, phone: string) => {
    const page = await sent<Page<TerminalView>>(server.as('fitter').get(`terminals?${query}`));
    return page.items.find((terminal) => terminal.phone === phone);
  };
  const fixOf = ({ id }: TerminalView) =>
    sent<TerminalFixView>(server.as('fitter').get(`terminals/${id}/fix`));

  it('shows why an unknown one is turned down, and what it sent, until it shows a code', async () => {
    const { device, phone } = await aDevice();
    await report(device, drumTurns('forward'));
    await until(async () => (await list('isRefused=true', phone)) !== undefined);

    const refused = await list('isRefused=true', phone);
    expect(refused).toMatchObject({ refusalCode: 'NOT_AUTHENTICATED', state: 'provisional' });
    expect(refused?.lastFrame).toMatch(/^7e0200.*7e$/);
    await device.authenticate(CODE);
    expect(await list('isRefused=true', phone)).toBeUndefined();
  });

  it('shows what it reports now, and turns its drum about', async () => {
    const { device, phone } = await aDevice();
    await device.authenticate(CODE);
    const terminal = (await list('state=provisional', phone))!;
    expect(await fixOf(terminal)).toEqual({ fix: null });

    await report(device, drumTurns('reverse'));
    expect(await fixOf(terminal)).toMatchObject({
      fix: { satellites: 11, isLocated: true, drumState: 'reverse', drumSent: 'reverse' },
    });
    const path = `terminals/${terminal.id}/drum`;
    const turned = server.as('fitter').post(path, { isInverted: true });
    expect(await sent<TerminalView>(turned)).toMatchObject({ isDrumInverted: true });
  });

  it('is swapped for another without the truck losing its history', async () => {
    const works = await EnteredWorks.enter(server);
    const vehicle = await works.addMixer();
    const [old, young] = [await aDevice(), await aDevice()];
    for (const { device } of [old, young]) await device.authenticate(CODE);
    const bind = async (phone: string) => {
      const { id } = (await list('state=provisional', phone))!;
      const path = `terminals/${id}/binding`;
      return sent<TerminalView>(server.as('fitter').post(path, { vehicleId: vehicle.id }));
    };
    const [from, to] = [-1, 10].map((min) => addMinutes(new Date(), min).toISOString());
    const span = `from=${from}&to=${to}`;
    const timesOf = async () => {
      const path = `vehicles/${vehicle.id}/track?${span}`;
      return (await sent<TrackView>(works.dispatcher.get(path))).points.map(({ at }) => at);
    };
    const reportUntilThere = (device: Jt808Device, count: number) =>
      until(async () => {
        await report(device, drumTurns('forward'));
        return (await timesOf()).length > count;
      }, 20_000);
    await bind(old.phone);
    await reportUntilThere(old.device, 0);
    const before = await timesOf();

    expect(await bind(young.phone)).toMatchObject({ vehicleId: vehicle.id, state: 'bound' });
    await reportUntilThere(young.device, before.length);

    expect((await timesOf()).slice(0, before.length)).toEqual(before);
    expect(await list('state=provisional', old.phone)).toBeDefined();
  });

  it('has its bytes kept for an administrator alone', async () => {
    const { device, phone } = await aDevice();
    await device.authenticate(CODE);
    const { id } = (await list('state=provisional', phone))!;
    const admin = server.as('system_admin');
    await sent(admin.post(`terminals/${id}/raw-log`, { isOn: true, minutes: 5 }));
    const log = async () =>
      (await sent<Page<TerminalBytesView>>(admin.get(`terminals/${id}/raw-log`))).items;
    await until(async () => {
      await report(device, drumTurns('forward'));
      return (await log()).length > 1;
    }, 20_000);

    const pieces = await log();
    expect(pieces.find(({ direction }) => direction === 'in')?.hex).toMatch(/^7e0200/);
    expect((await server.as('fitter').get(`terminals/${id}/raw-log`)).status).toBe(403);
  });
});
