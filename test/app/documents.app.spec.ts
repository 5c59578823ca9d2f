import type { Page, DocumentView, RegistrationView, VehicleView } from '@tongyun/contracts';
import { addMinutes, type Role } from '@tongyun/kernel';
import { sent } from '../support/api-client.js';
import { inDays } from '../support/in-days.js';
import { aJpeg, aPdf, aPng } from '../support/some-files.js';
import { EnteredWorks } from '../support/entered-works.js';
import { type Side, startTestServer, type TestServer } from '../support/test-server.js';

const refusalOf = async (response: Response) => {
  const { code } = (await response.json()) as { code: string };
  return { status: response.status, code };
};

describe('documents', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let vehicle: VehicleView;
  let plantId: string;
  let driverId: string;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    vehicle = await works.addMixer();
    plantId = works.plantId;
    driverId = (await works.addDriver()).id;
  });
  afterAll(() => server?.close());

  const callOf = (
    of: string,
    path: string,
    role: Role,
    side?: Side,
    init: RequestInit = {},
  ): Promise<Response> =>
    fetch(`${server.url}/api/v1/documents/${of}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${server.as(role, side).token}` },
    });
  const call = (path: string, role: Role, side?: Side, init: RequestInit = {}) =>
    callOf(`vehicle/${vehicle.id}`, path, role, side, init);
  const attachTo = (of: string, query: string, role: Role = 'enterprise_manager', side?: Side) =>
    callOf(of, query, role, side, { method: 'POST', body: aPdf(query) });
  const attach = (
    bytes: Uint8Array,
    type: string,
    role: Role = 'enterprise_manager',
    side?: Side,
  ) =>
    call('?kind=vehicle_licence&title=行驶证', role, side, {
      method: 'POST',
      body: Buffer.from(bytes),
      headers: { 'content-type': type },
    });

  it.each([
    { fileKind: 'pdf', bytes: aPdf(), type: 'application/pdf' },
    // What it is, and not what it is called, decides.
    { fileKind: 'jpeg', bytes: aJpeg(), type: 'application/octet-stream' },
  ])('are taken as $fileKind', async ({ fileKind, bytes, type }) => {
    const response = await attach(bytes, type);

    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      kind: 'vehicle_licence',
      title: '行驶证',
      fileKind,
      sizeBytes: bytes.length,
    });
  });

  it('are read, byte for byte, by those who may see the registration', async () => {
    const bytes = aPdf('the one that is read');
    const added = (await (await attach(bytes, 'application/pdf')).json()) as DocumentView;

    const { items } = (await (await call('', 'district_bureau')).json()) as Page<DocumentView>;
    const read = await call(`/${added.id}`, 'police');

    expect(items).toContainEqual(added);
    expect(read.headers.get('content-type')).toBe('application/pdf');
    expect(read.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[0-9a-f-]+\.pdf"$/,
    );
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    expect(read.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await read.arrayBuffer())).toEqual(bytes);
  });

  it('are nobody else’s to read or to attach', async () => {
    const added = (await (await attach(aJpeg(), 'image/jpeg')).json()) as DocumentView;
    const other = ['enterprise_manager', 'other'] as const;

    expect(await refusalOf(await call(`/${added.id}`, ...other))).toMatchObject({ status: 404 });
    expect(await refusalOf(await call('', ...other))).toMatchObject({ status: 404 });
    expect(await refusalOf(await attach(aJpeg(), 'image/jpeg', ...other))).toMatchObject({
      status: 404,
      code: 'REGISTRATION_NOT_FOUND',
    });
    expect(await refusalOf(await attach(aJpeg(), 'image/jpeg', 'police'))).toMatchObject({
      status: 403,
    });
  });

  it('of a hired vehicle are read by who hires it, and attached by its owner alone', async () => {
    await sent(
      works.dispatcher.post(`vehicles/${vehicle.id}/use-agreements`, {
        enterpriseId: server.enterprises.other.id,
        kind: 'hired',
        validFrom: new Date(),
        validTo: addMinutes(new Date(), 60),
      }),
    );
    const hirer = ['enterprise_manager', 'other'] as const;

    expect((await call('', ...hirer)).status).toBe(200);
    expect(await refusalOf(await attach(aJpeg(), 'image/jpeg', ...hirer))).toEqual({
      status: 403,
      code: 'FORBIDDEN',
    });
  });

  it('of a haulage firm’s vehicle are attached by who uses it, as long as he does', async () => {
    const hauled = await works.addHauledMixer(addMinutes(new Date(), -60));
    const of = `vehicle/${hauled.id}`;
    const query = '?kind=vehicle_licence&title=行驶证';

    expect((await attachTo(of, query)).status).toBe(201);
    expect(await refusalOf(await attachTo(of, query, 'enterprise_manager', 'other'))).toEqual({
      status: 404,
      code: 'REGISTRATION_NOT_FOUND',
    });
    const past = await works.addHauledMixer(
      addMinutes(new Date(), -60),
      addMinutes(new Date(), -1),
    );
    expect(await refusalOf(await attachTo(`vehicle/${past.id}`, query))).toEqual({
      status: 404,
      code: 'REGISTRATION_NOT_FOUND',
    });
    expect((await attachTo(`vehicle/${past.id}`, query, 'concrete_admin')).status).toBe(201);
  });

  it.each([
    { what: 'a PNG', bytes: aPng(), type: 'image/png', status: 415 },
    { what: 'a page', bytes: Buffer.from('<html>'), type: 'application/pdf', status: 415 },
    { what: 'JSON', bytes: Buffer.from('{"a":1}'), type: 'application/json', status: 415 },
    { what: 'nothing', bytes: Buffer.alloc(0), type: 'application/pdf', status: 415 },
    {
      what: 'too large',
      bytes: Buffer.concat([aPdf(), Buffer.alloc(20_000_001)]),
      type: 'application/pdf',
      status: 413,
    },
  ])('are refused when a file is $what', async ({ bytes, type, status }) => {
    const before = (await (await call('', 'concrete_admin')).json()) as Page<unknown>;

    expect(await refusalOf(await attach(bytes, type))).toMatchObject({
      status,
      code: status === 413 ? 'FILE_TOO_LARGE' : 'FILE_KIND_UNSUPPORTED',
    });
    const after = (await (await call('', 'concrete_admin')).json()) as Page<unknown>;
    expect(after.items).toHaveLength(before.items.length);
  });

  it('say which paper they are', async () => {
    const response = await call('?kind=secret&title=x', 'enterprise_manager', 'own', {
      method: 'POST',
      body: aPdf(),
    });

    expect(await refusalOf(response)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
  });

  it('are kept of enterprises, plants and drivers as well, with their last day', async () => {
    const papers = {
      [`enterprise/${server.enterprises.own.id}`]: 'business_licence',
      [`plant/${plantId}`]: 'plant_licence',
      [`driver/${driverId}`]: 'driving_licence',
    };
    for (const [of, kind] of Object.entries(papers)) {
      const added = await attachTo(of, `?kind=${kind}&title=as issued&expiresOn=2028-03-31`);
      expect(added.status).toBe(201);
      const { items } = (await (
        await callOf(of, '', 'concrete_admin')
      ).json()) as Page<DocumentView>;
      expect(items).toEqual([await added.json()]);
      expect(items[0]).toMatchObject({ kind, title: 'as issued', expiresOn: '2028-03-31' });
      expect((await callOf(of, `/${items[0]!.id}`, 'dispatcher')).status).toBe(200);
      expect(await refusalOf(await callOf(of, '', 'enterprise_manager', 'other'))).toMatchObject({
        status: 404,
      });
      expect(
        await refusalOf(await callOf(`vehicle/${vehicle.id}`, `/${items[0]!.id}`, 'dispatcher')),
      ).toMatchObject({ status: 404, code: 'DOCUMENT_NOT_FOUND' });
    }
  });

  it('of a driver are for those whose work he is', async () => {
    const of = `driver/${driverId}`;

    expect((await callOf(of, '', 'dispatcher')).status).toBe(200);
    for (const role of ['police', 'auditor', 'commission'] as const) {
      expect(await refusalOf(await callOf(of, '', role))).toEqual({
        status: 403,
        code: 'FORBIDDEN',
      });
    }
  });

  it('are papers that there are of such a thing', async () => {
    const response = await attachTo(`plant/${plantId}`, '?kind=driving_licence&title=x');

    expect(await refusalOf(response)).toEqual({ status: 400, code: 'DOCUMENT_KIND_INVALID' });
    expect((await callOf('plants/' + plantId, '', 'concrete_admin')).status).toBe(400);
  });

  it('are warned of ahead of their last day, until a newer one of the kind is there', async () => {
    const mixer = await works.addMixer();
    const insure = (days: number) =>
      attachTo(`vehicle/${mixer.id}`, `?kind=insurance&title=x&expiresOn=${inDays(days)}`);
    const shown = async (query = '') => {
      const { items } = await sent<Page<RegistrationView>>(
        server.as('concrete_admin').get(`registrations?limit=200${query}`),
      );
      return items.find(({ vehicleId }) => vehicleId === mixer.id)?.papersValidity;
    };

    expect(await shown()).toBeNull();
    expect(await (await insure(-3)).json()).toMatchObject({ validity: 'expired' });
    expect(await shown('&papersValidity=expired')).toBe('expired');
    await insure(10);
    expect(await shown('&papersValidity=expiring')).toBe('expiring');
    expect(await shown('&papersValidity=expired')).toBeUndefined();
    await insure(300);
    expect(await shown()).toBe('valid');
    expect(await shown('&papersValidity=expiring')).toBeUndefined();
  });
});
