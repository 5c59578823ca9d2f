import type {
  AgencyKeyView,
  CheckPlatesView,
  FindingView,
  IssuedAgencyKeyView,
  Page,
  RoadsideView,
  VehicleView,
} from '@tongyun/contracts';
import { RoadsideCheckEntity } from '@tongyun/supervision/data';
import { type ApiClient, sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { aJpeg } from '../support/some-files.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('an agency’s own system', () => {
  let server: TestServer;
  let vehicle: VehicleView;
  let administration: ApiClient;
  let issued: IssuedAgencyKeyView;

  beforeAll(async () => {
    server = await startTestServer();
    vehicle = await (await EnteredWorks.enter(server)).addRegisteredMixer();
    administration = server.as('concrete_admin');
    issued = await issue();
  });
  afterAll(() => server?.close());

  const wanted = {
    agency: '余杭交警大队',
    systemName: '移动警务平台',
    permissions: ['roadside.ask'],
    expiresAt: '2099-01-01T00:00:00Z',
    reason: '联网核验试点',
  };
  const issue = (change: object = {}) =>
    sent<IssuedAgencyKeyView>(administration.post('agency-keys', { ...wanted, ...change }));
  const listed = async ({ id }: { readonly id: string }) => {
    const { items } = await sent<Page<AgencyKeyView>>(administration.get('agency-keys'));
    return items.find((key) => key.id === id);
  };
  const question = () =>
    `roadside/vehicles/${encodeURIComponent(vehicle.plateNo!)}?purpose=checkpoint`;
  const ask = (key: string, badge: string | null = '110042', path = question()) =>
    server.stranger.send('GET', path, undefined, {
      'x-agency-key': key,
      ...(badge === null ? {} : { 'x-officer-badge': badge }),
    });
  const askMany = (plates: readonly string[]) =>
    server.stranger.post(
      'roadside/checks',
      { purpose: 'checkpoint', plates: plates.map((plateNo) => ({ plateNo })) },
      { 'x-agency-key': issued.key, 'x-officer-badge': '110042' },
    );
  const usesOf = (key: { readonly id: string }) =>
    server.database.dataSource.query(
      `SELECT badge_no, permission, was_allowed FROM agency_key_use WHERE key_id = $1 ORDER BY id`,
      [key.id],
    );

  it('asks for an officer whom it names, and both are kept with the question', async () => {
    const { checkId, plateNo } = await sent<RoadsideView>(ask(issued.key));

    expect(plateNo).toBe(vehicle.plateNo);
    const checks = server.database.dataSource.getRepository(RoadsideCheckEntity);
    expect(await checks.findOneByOrFail({ id: checkId })).toMatchObject({
      askedBy: issued.id,
      badgeNo: '110042',
      agency: '余杭交警大队',
      purpose: 'checkpoint',
    });
    expect(await listed(issued)).toMatchObject({ state: 'valid', lastBadgeNo: '110042' });
  });

  it('asks about many plates at once, of which it may name 500', async () => {
    const { items } = await sent<CheckPlatesView>(askMany([vehicle.plateNo!, '???']));

    expect(items).toMatchObject([
      { ok: true, answer: { plateNo: vehicle.plateNo } },
      { ok: false, refusal: { code: 'PLATE_INVALID' } },
    ]);
    expect((await askMany(Array.from({ length: 501 }, () => '浙A12345'))).status).toBe(400);
  });

  it('is shown its key once, of which nothing but a hash is kept', async () => {
    expect(JSON.stringify(await listed(issued))).not.toContain(issued.key);
    const rows = await server.database.dataSource.query('SELECT * FROM agency_key');
    expect(JSON.stringify(rows)).not.toContain(issued.key);
  });

  it('is refused without a badge, and when nobody issued the key', async () => {
    expect(await ask(issued.key, null)).toMatchObject({
      status: 400,
      body: { code: 'OFFICER_BADGE_REQUIRED' },
    });
    expect(await ask('made-up')).toMatchObject({
      status: 401,
      body: { code: 'AGENCY_KEY_UNKNOWN' },
    });
  });

  it('may do no more than its key is good for, and a try beyond it is kept', async () => {
    const key = await issue({ permissions: ['sightings.read'] });

    expect((await ask(key.key, '110042', 'sightings')).status).toBe(200);
    expect(await ask(key.key)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    expect((await ask(key.key, '110042', 'passes')).status).toBe(403);
    expect(await usesOf(key)).toEqual([
      { badge_no: '110042', permission: 'sightings.read', was_allowed: true },
      { badge_no: '110042', permission: 'roadside.ask', was_allowed: false },
      { badge_no: '110042', permission: 'passes.read', was_allowed: false },
    ]);
  });

  it('shows no driver and holds no vehicle by a key that is good for questions alone', async () => {
    const all = await issue({
      permissions: ['roadside.ask', 'outcomes.record', 'drivers.disclose'],
    });
    const { checkId } = await sent<RoadsideView>(ask(all.key));
    const post = (what: string, body: object, { key }: { readonly key: string }) =>
      server.stranger.post(`roadside-checks/${checkId}/${what}`, body, {
        'x-agency-key': key,
        'x-officer-badge': '110042',
      });
    const driver = { purpose: '核对驾驶员' };

    expect((await post('driver', driver, issued)).status).toBe(403);
    expect((await post('outcomes', { outcome: 'released' }, issued)).status).toBe(403);
    expect(await post('driver', driver, all)).toMatchObject({
      status: 404,
      body: { code: 'DRIVER_NOT_FOUND' },
    });
    expect((await post('outcomes', { outcome: 'released' }, all)).status).toBe(201);
  });

  it('raises a finding with a photo for the officer who acts, if its key is good for that', async () => {
    const permissions = ['roadside.ask', 'findings.raise', 'findings.attach'];
    const key = await issue({ permissions });
    const by = (badge: string, { key: secret }: { readonly key: string } = key) => ({
      'x-agency-key': secret,
      'x-officer-badge': badge,
    });
    const { checkId } = await sent<RoadsideView>(ask(key.key));
    const found = { text: '料斗撒漏，污染路面', place: '320国道 K12' };
    const raise = (headers: Record<string, string>) =>
      server.stranger.post(`roadside-checks/${checkId}/findings`, found, headers);

    const finding = await sent<FindingView>(raise(by('110043')));

    expect(finding).toMatchObject({
      state: 'open',
      plateNo: vehicle.plateNo,
      agency: '余杭交警大队',
      badgeNo: '110043',
      steps: [{ toState: 'open', badgeNo: '110043' }],
    });
    const photo = await fetch(`${server.url}/api/v1/roadside-findings/${finding.id}/photos`, {
      method: 'POST',
      body: new Uint8Array(aJpeg()),
      headers: { ...by('110043'), 'content-type': 'image/jpeg' },
    });
    expect(await photo.json()).toMatchObject({ photos: [{ fileKind: 'jpeg' }] });
    expect(await raise(by('110043', issued))).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
    expect(await usesOf(key)).toEqual([
      { badge_no: '110042', permission: 'roadside.ask', was_allowed: true },
      { badge_no: '110043', permission: 'findings.raise', was_allowed: true },
      { badge_no: '110043', permission: 'findings.attach', was_allowed: true },
    ]);
    const { items } = await sent<Page<FindingView>>(
      server.as('enterprise_manager').get('roadside-findings'),
    );
    expect(items.map(({ id }) => id)).toEqual([finding.id]);
  });

  it('is heard no more once its key was taken back or has run out', async () => {
    const [taken, over] = [await issue(), await issue()];
    const path = `agency-keys/${taken.id}/revocation`;
    await sent(administration.post(path, { reason: '密钥外泄' }));
    await sent(administration.post(path, { reason: '再次收回' }));
    await server.database.dataSource.query('ALTER TABLE agency_key DISABLE TRIGGER only_added');
    await server.database.dataSource.query(
      `UPDATE agency_key SET expires_at = '2020-01-01' WHERE id = $1`,
      [over.id],
    );
    await server.database.dataSource.query('ALTER TABLE agency_key ENABLE TRIGGER only_added');

    expect(await ask(taken.key)).toMatchObject({
      status: 401,
      body: { code: 'AGENCY_KEY_REVOKED' },
    });
    expect(await ask(over.key)).toMatchObject({
      status: 401,
      body: { code: 'AGENCY_KEY_EXPIRED' },
    });
    expect(await listed(taken)).toMatchObject({ state: 'revoked', revocationReason: '密钥外泄' });
  });

  it('gets no key that is over already, or good for what no officer does', async () => {
    expect(
      await administration.post('agency-keys', { ...wanted, expiresAt: '2020-01-01T00:00:00Z' }),
    ).toMatchObject({ status: 400, body: { code: 'AGENCY_KEY_TERM_OVER' } });
    expect(
      await administration.post('agency-keys', { ...wanted, permissions: ['users.manage'] }),
    ).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
  });
});
