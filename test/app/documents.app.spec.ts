import type { Page, RegistrationDocumentView, VehicleView } from '@tongyun/contracts';
import type { Role } from '@tongyun/kernel';
import { aJpeg, aPdf, aPng } from '../support/some-files.js';
import { EnteredWorks } from '../support/entered-works.js';
import { type Side, startTestServer, type TestServer } from '../support/test-server.js';

const refusalOf = async (response: Response) => {
  const { code } = (await response.json()) as { code: string };
  return { status: response.status, code };
};

describe('documents of a registration', () => {
  let server: TestServer;
  let vehicle: VehicleView;

  beforeAll(async () => {
    server = await startTestServer();
    const works = await EnteredWorks.enter(server);
    vehicle = await works.addMixer();
  });
  afterAll(() => server?.close());

  const call = (path: string, role: Role, side?: Side, init: RequestInit = {}) =>
    fetch(`${server.url}/api/v1/registrations/${vehicle.id}/documents${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${server.as(role, side).token}` },
    });
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
    { fileKind: 'jpeg', bytes: aJpeg(), type: 'image/jpeg' },
    // What it is, and not what it is called, decides.
    { fileKind: 'png', bytes: aPng(), type: 'application/octet-stream' },
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
    const added = (await (
      await attach(bytes, 'application/pdf')
    ).json()) as RegistrationDocumentView;

    const { items } = (await (
      await call('', 'district_bureau')
    ).json()) as Page<RegistrationDocumentView>;
    const read = await call(`/${added.id}`, 'police');

    expect(items).toContainEqual(added);
    expect(read.headers.get('content-type')).toBe('application/pdf');
    expect(read.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[0-9a-f-]+\.pdf"$/,
    );
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await read.arrayBuffer())).toEqual(bytes);
  });

  it('are nobody else’s to read or to attach', async () => {
    const added = (await (await attach(aPng(), 'image/png')).json()) as RegistrationDocumentView;
    const other = ['enterprise_manager', 'other'] as const;

    expect(await refusalOf(await call(`/${added.id}`, ...other))).toMatchObject({ status: 404 });
    expect(await refusalOf(await call('', ...other))).toMatchObject({ status: 404 });
    expect(await refusalOf(await attach(aPng(), 'image/png', ...other))).toMatchObject({
      status: 404,
      code: 'REGISTRATION_NOT_FOUND',
    });
    expect(await refusalOf(await attach(aPng(), 'image/png', 'police'))).toMatchObject({
      status: 403,
    });
  });

  it.each([
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
});
