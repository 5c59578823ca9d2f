import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { ApiSession } from '../api/api-session.js';
import { ALWAYS_ONLINE, type Coverage } from '../behaviours/taps-offline.js';
import { DriverPhone } from './driver-phone.js';

const id = (last: number) => `01a20997-0000-7000-8000-00000000000${last}`;
const at = '2026-05-04T08:00:00.000Z';
const now = new Date(at);
const trip = {
  id: id(1),
  assignmentId: id(2),
  enterpriseId: id(3),
  orderId: id(4),
  orderNo: '20260504-0001',
  loadNo: 1,
  grade: 'C30',
  slumpMm: 180,
  pourLocation: '梁板',
  plannedM3: 10,
  batchedM3: 10,
  takenElsewhereM3: 0,
  diversion: null,
  batchedAt: at,
  plantId: id(5),
  plantName: '站',
  siteId: id(6),
  siteName: '工地',
  sitePosition: { lng: 120, lat: 30 },
  siteLandmark: null,
  contactName: null,
  contactPhone: null,
  vehicleId: id(7),
  plateNo: '浙A12345',
  driverId: id(8),
  driverName: '陈',
  stage: 'at_site',
  nextStage: 'unloading',
  stages: [],
  version: 1,
};
const day = {
  driverId: id(8),
  driverName: '陈',
  enterpriseName: '企业',
  duty: null,
  trip,
  waitingTrips: 0,
  pumpJob: null,
  call: null,
  ticket: null,
  nextJobAt: null,
  start: null,
  reasons: [],
  withdrawnTrainings: [],
  dataAt: at,
};
const user = {
  id: id(9),
  username: null,
  displayName: '陈',
  roles: ['driver'],
  enterpriseId: id(3),
  enterpriseName: '企业',
  district: null,
  agency: null,
  badgeNo: null,
  driverId: id(8),
  mustChangePassword: false,
  permissions: [],
};
const session = {
  accessToken: 'a',
  accessExpiresAt: '2099-01-01T00:00:00.000Z',
  refreshToken: 'r',
  user,
};

interface Call {
  readonly path: string;
  readonly body: { readonly claims?: readonly { readonly stage: string }[] };
}

/** A server that knows one driver and forgets his session when the test says so. */
class FakeApi {
  readonly calls: Call[] = [];
  hasForgotten = false;
  private constructor(private readonly server: Server) {}

  static async open(): Promise<FakeApi> {
    const server = createServer();
    const api = new FakeApi(server);
    server.on('request', (request, response) => {
      void api.answer(request).then(([status, answer]) => {
        response.writeHead(status, { 'Content-Type': 'application/json' });
        return response.end(JSON.stringify(answer));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage): Promise<[number, object]> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const path = (request.url ?? '').replace('/api/v1/', '');
    this.calls.push({ path, body: text === '' ? {} : JSON.parse(text) });
    if (path === 'auth/device-sign-in') {
      this.hasForgotten = false;
      return [200, session];
    }
    if (this.hasForgotten) return [401, { code: 'NOT_SIGNED_IN', message: 'no', details: {} }];
    return [200, path === 'driver/claims' ? { results: [], day } : day];
  }
}

describe('DriverPhone', () => {
  let api: FakeApi;

  beforeEach(async () => {
    api = await FakeApi.open();
  });
  afterEach(() => api.close());

  const aPhone = (coverage: Coverage = ALWAYS_ONLINE) =>
    new DriverPhone(() => ApiSession.signInDevice(api.url, '12345678'), coverage);

  it('shows the trip and the button of the server', async () => {
    const phone = aPhone();
    await phone.refresh(now);

    expect([phone.trip?.id, phone.nextStage, phone.isOnDuty]).toEqual([id(1), 'unloading', false]);
  });

  it('keeps taps without a network, shows the next button, and sends all together', async () => {
    let isOnline = true;
    const phone = aPhone({ isOnline: () => isOnline });
    await phone.refresh(now);
    isOnline = false;
    phone.tap('unloading', now);
    expect(await phone.refresh(now)).toBe(0);
    expect(phone.nextStage).toBe('unloaded');
    phone.tap('unloaded', now);

    isOnline = true;
    expect(await phone.refresh(now)).toBe(2);
    expect(api.calls.at(-1)).toMatchObject({
      path: 'driver/claims',
      body: { claims: [{ stage: 'unloading' }, { stage: 'unloaded' }] },
    });
  });

  it('signs in again after the server has ended its session, with no tap lost', async () => {
    const phone = aPhone();
    await phone.refresh(now);
    api.hasForgotten = true;
    phone.tap('unloading', now);
    await expect(phone.refresh(now)).rejects.toMatchObject({ status: 401 });

    expect(await phone.refresh(now)).toBe(1);
    expect(api.calls.map(({ path }) => path)).toEqual([
      'auth/device-sign-in',
      'driver/day',
      'driver/claims',
      'auth/device-sign-in',
      'driver/claims',
    ]);
  });
});
