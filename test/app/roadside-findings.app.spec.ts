import type {
  CreditEvidenceView,
  FindingView,
  Page,
  RoadsideView,
  VehicleTransferView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes, type Role } from '@tongyun/kernel';
import { type ApiClient, sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { inDays } from '../support/in-days.js';
import { aJpeg, aPdf } from '../support/some-files.js';
import { type Side, startTestServer, type TestServer } from '../support/test-server.js';

const listOf = async (by: ApiClient, query = '') =>
  (await sent<Page<FindingView>>(by.get(`roadside-findings${query}`))).items;

const step = (by: ApiClient, { id }: FindingView, to: string, body: object) =>
  by.post(`roadside-findings/${id}/${to}`, body);

describe('what an officer finds on a vehicle', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let vehicle: VehicleView;
  let police: ApiClient;
  let manager: ApiClient;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    vehicle = await works.addRegisteredMixer();
    police = server.as('police');
    manager = server.as('enterprise_manager');
  });
  afterAll(() => server?.close());

  const ask = async (plateNo = vehicle.plateNo!, at: Date | null = null) => {
    const query = `purpose=patrol${at === null ? '' : `&at=${at.toISOString()}`}`;
    const path = `roadside/vehicles/${encodeURIComponent(plateNo)}?${query}`;
    return (await sent<RoadsideView>(police.get(path))).checkId;
  };
  const raise = async (change: object = {}, plateNo = vehicle.plateNo!, at: Date | null = null) =>
    sent<FindingView>(
      police.post(`roadside-checks/${await ask(plateNo, at)}/findings`, {
        text: '料斗撒漏，污染路面',
        place: '320国道 K12',
        position: { lng: 120.1, lat: 30.2, crs: 'wgs84' },
        ...change,
      }),
    );
  const attach = ({ id }: FindingView, bytes: Buffer, role: Role, side?: Side) =>
    fetch(`${server.url}/api/v1/roadside-findings/${id}/photos`, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: {
        authorization: `Bearer ${server.as(role, side).token}`,
        'content-type': 'image/jpeg',
      },
    });

  it('is answered by the enterprise, sent back, answered again and accepted, every step kept', async () => {
    const finding = await raise();
    expect(finding).toMatchObject({ state: 'open', plateNo: vehicle.plateNo, isOverdue: false });

    await sent(step(manager, finding, 'answers', { answer: '已清洗' }));
    await sent(step(police, finding, 'settlements', { state: 'sent_back', reason: '缺照片' }));
    await sent(step(manager, finding, 'answers', { answer: '已清洗并加装挡板' }));
    await sent(
      step(server.as('concrete_admin'), finding, 'settlements', {
        state: 'accepted',
        reason: '属实',
      }),
    );

    const [shown] = await listOf(manager, '?state=accepted');
    expect(shown!.steps.map(({ toState, text, badgeNo }) => [toState, text, badgeNo])).toEqual([
      ['open', '料斗撒漏，污染路面', '110001'],
      ['answered', '已清洗', null],
      ['sent_back', '缺照片', '110001'],
      ['answered', '已清洗并加装挡板', null],
      ['accepted', '属实', null],
    ]);
    expect(await step(manager, finding, 'answers', { answer: '再答' })).toMatchObject({
      status: 409,
      body: { code: 'FINDING_STEP_INVALID' },
    });
  });

  it('is told to the next officer who asks about the vehicle', async () => {
    const finding = await raise();
    const path = `roadside/vehicles/${encodeURIComponent(vehicle.plateNo!)}?purpose=patrol`;

    const { recentViolations } = await sent<RoadsideView>(police.get(path));

    expect(recentViolations.newest[0]).toMatchObject({
      kind: 'roadside_finding',
      at: finding.raisedAt,
    });
  });

  it.each([
    { when: 'before an answer', answer: [], accepted: [] },
    { when: 'after an answer was accepted', answer: ['非本车所为'], accepted: ['情况属实'] },
  ])(
    'that was raised in error is withdrawn $when, and then counts for nothing',
    async ({ answer, accepted }) => {
      const violations = async () => {
        const path = `roadside/vehicles/${encodeURIComponent(vehicle.plateNo!)}?purpose=patrol`;
        return (await sent<RoadsideView>(police.get(path))).recentViolations.count;
      };
      const before = await violations();
      const finding = await raise();
      for (const text of answer) await sent(step(manager, finding, 'answers', { answer: text }));
      for (const reason of accepted) {
        await sent(step(police, finding, 'settlements', { state: 'accepted', reason }));
      }
      expect(await violations()).toBe(before + 1);

      const withdrawal = { state: 'withdrawn', reason: '误认号牌' };
      expect((await step(manager, finding, 'settlements', withdrawal)).status).toBe(403);
      const withdrawn = await sent<FindingView>(step(police, finding, 'settlements', withdrawal));

      expect(withdrawn).toMatchObject({ state: 'withdrawn', isOverdue: false });
      expect(withdrawn.steps.at(-1)).toMatchObject({ toState: 'withdrawn', text: '误认号牌' });
      expect(await violations()).toBe(before);
      const path = `enterprises/${server.enterprises.own.id}/credit/evidence`;
      const { items } = await sent<Page<CreditEvidenceView>>(manager.get(path));
      expect(items.map(({ id }) => id)).not.toContain(finding.id);
      for (const [by, to, body] of [
        [manager, 'answers', { answer: '已清洗' }],
        [police, 'settlements', { state: 'accepted', reason: '情况属实' }],
      ] as const) {
        expect(await step(by, finding, to, body)).toMatchObject({
          status: 409,
          body: { code: 'FINDING_STEP_INVALID' },
        });
      }
      expect((await attach(finding, aJpeg(), 'enterprise_manager')).status).toBe(409);
    },
  );

  it('is shown to the enterprise and the authorities, and to no other enterprise', async () => {
    const finding = await raise();
    const other = server.as('enterprise_manager', 'other');

    expect((await listOf(manager)).map(({ id }) => id)).toContain(finding.id);
    expect((await listOf(server.as('commission'))).map(({ id }) => id)).toContain(finding.id);
    expect(await listOf(other)).toEqual([]);
    expect(await step(other, finding, 'answers', { answer: '不是我的' })).toMatchObject({
      status: 404,
      body: { code: 'FINDING_NOT_FOUND' },
    });
  });

  it('has photos that those read, byte for byte, who see it', async () => {
    const finding = await raise();
    expect((await attach(finding, aJpeg(), 'police')).status).toBe(201);
    expect((await attach(finding, aJpeg(), 'enterprise_manager')).status).toBe(201);

    const shown = (await listOf(manager)).find(({ id }) => id === finding.id)!;
    expect(shown.photos).toHaveLength(2);
    const photo = (role: Role, side?: Side) =>
      fetch(`${server.url}/api/v1/roadside-findings/${finding.id}/photos/${shown.photos[0]!.id}`, {
        headers: { authorization: `Bearer ${server.as(role, side).token}` },
      });
    const read = Buffer.from(await (await photo('concrete_admin')).arrayBuffer());
    expect(read.equals(aJpeg())).toBe(true);
    expect((await photo('enterprise_manager', 'other')).status).toBe(404);
  });

  it('takes no paper for a photo, and none of another enterprise', async () => {
    const finding = await raise();

    expect((await attach(finding, aPdf(), 'police')).status).toBe(415);
    expect((await attach(finding, aJpeg(), 'enterprise_manager', 'other')).status).toBe(404);
    expect((await listOf(manager)).find(({ id }) => id === finding.id)!.photos).toEqual([]);
  });

  it('is overdue once its day is past without an answer', async () => {
    const finding = await raise();
    await server.database.dataSource.query(
      `UPDATE roadside_finding SET due_on = '2020-01-01' WHERE id = $1`,
      [finding.id],
    );
    const shown = async () => (await listOf(manager)).find(({ id }) => id === finding.id);

    expect(await shown()).toMatchObject({ isOverdue: true });
    await sent(step(manager, finding, 'answers', { answer: '已整改' }));
    expect(await shown()).toMatchObject({ isOverdue: false, state: 'answered' });
  });

  it('that is sent back is due on another day, which is to come', async () => {
    const finding = await raise();
    await server.database.dataSource.query(
      `UPDATE roadside_finding SET due_on = '2020-01-01' WHERE id = $1`,
      [finding.id],
    );
    const settle = (change: object) =>
      step(police, finding, 'settlements', { state: 'sent_back', reason: '缺照片', ...change });
    await sent(step(manager, finding, 'answers', { answer: '已整改' }));

    expect(await settle({ dueOn: '2020-01-02' })).toMatchObject({
      status: 400,
      body: { code: 'FINDING_DUE_PAST' },
    });
    expect(await settle({ state: 'accepted', dueOn: inDays(5) })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_REQUEST' },
    });
    const back = await sent<FindingView>(settle({ dueOn: inDays(5) }));
    expect(back).toMatchObject({ state: 'sent_back', dueOn: inDays(5), isOverdue: false });
    expect(back.steps.map(({ dueOn }) => dueOn)).toEqual([finding.dueOn, null, inDays(5)]);

    await sent(step(manager, finding, 'answers', { answer: '已整改，附照片' }));
    expect(await sent<FindingView>(settle({}))).toMatchObject({ dueOn: inDays(5) });
  });

  it('is evidence for the credit grade', async () => {
    const finding = await raise({ text: '车身号牌污损' });
    const path = `enterprises/${server.enterprises.own.id}/credit/evidence`;
    const { items } = await sent<Page<CreditEvidenceView>>(manager.get(path));

    expect(items.find(({ id }) => id === finding.id)).toMatchObject({
      source: 'roadside_finding',
      title: '车身号牌污损',
      plateNo: vehicle.plateNo,
    });
  });

  it('of a haulage firm’s vehicle is answered by the enterprise that uses it, as long as it does', async () => {
    const now = new Date();
    const used = await works.addHauledMixer(addMinutes(now, -60));
    const given = await works.addHauledMixer(addMinutes(now, -60), addMinutes(now, -30));

    const finding = await raise({}, used.plateNo!);

    expect(await listOf(server.as('enterprise_manager', 'other'))).toEqual([]);
    await sent(step(manager, finding, 'answers', { answer: '已清洗' }));
    expect(
      await police.post(`roadside-checks/${await ask(given.plateNo!)}/findings`, { text: '撒漏' }),
    ).toMatchObject({ status: 409, body: { code: 'FINDING_WITHOUT_ENTERPRISE' } });
  });

  it('of an hour that has passed is answered by the enterprise that used it then', async () => {
    const now = new Date();
    const given = await works.addHauledMixer(addMinutes(now, -60), addMinutes(now, -30));

    const finding = await raise({}, given.plateNo!, addMinutes(now, -45));

    expect((await listOf(manager)).map(({ id }) => id)).toContain(finding.id);
  });

  it('of an hour before a transfer is answered by the owner of then', async () => {
    const sold = await works.addRegisteredMixer();
    const before = new Date();
    const other = server.as('enterprise_manager', 'other');
    const { plateNo, plateColor } = sold;
    let transfer = await sent<VehicleTransferView>(
      other.post('vehicle-transfers', { plateNo, plateColor, reason: 'sold to us' }),
    );
    for (const [by, state] of [
      [manager, 'agreed'],
      [server.as('concrete_admin'), 'approved'],
    ] as const) {
      const look = { 'if-match': `"${transfer.version}"` };
      transfer = await sent<VehicleTransferView>(
        by.post(`vehicle-transfers/${transfer.id}/steps`, { state, reason: 'as agreed' }, look),
      );
    }

    const [then, now] = [await raise({}, plateNo!, before), await raise({}, plateNo!)];

    expect((await listOf(manager)).map(({ id }) => id)).toContain(then.id);
    expect((await listOf(other)).map(({ id }) => id)).toEqual([now.id]);
  });

  it('is refused where nobody could answer, and with a day that is past', async () => {
    const unknown = await ask('浙C99999');

    expect(
      await police.post(`roadside-checks/${unknown}/findings`, { text: '无牌无证' }),
    ).toMatchObject({ status: 409, body: { code: 'FINDING_WITHOUT_ENTERPRISE' } });
    expect(
      await police.post(`roadside-checks/${await ask()}/findings`, {
        text: '无牌无证',
        dueOn: '2020-01-01',
      }),
    ).toMatchObject({ status: 400, body: { code: 'FINDING_DUE_PAST' } });
  });
});
