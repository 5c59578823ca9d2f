import type {
  AttachedFileView,
  CreditEvidenceView,
  EnterpriseCreditView,
  EnterpriseLedgerView,
  EnterpriseView,
  InspectionTaskView,
  LedgerEntryView,
  LedgerKindsView,
  LedgerSites,
  Page,
  PublishedGrades,
  RectificationView,
  SiteView,
} from '@tongyun/contracts';
import { addMinutes, type Role } from '@tongyun/kernel';
import { type ApiClient, sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { inDays } from '../support/in-days.js';
import { aJpeg, aPdf } from '../support/some-files.js';
import { type Side, startTestServer, type TestServer } from '../support/test-server.js';

const THIS_YEAR = new Date().getUTCFullYear();

const codeOf = async (answer: ReturnType<ApiClient['post']>) =>
  ((await answer).body as { code?: string }).code;

const refusalOf = async (answer: Promise<Response>) =>
  ((await (await answer).json()) as { code: string }).code;

const listed = async (by: ApiClient, id: string) => {
  const { items } = await sent<Page<LedgerEntryView>>(by.get('ledger-entries?limit=200'));
  return items.find((one) => one.id === id);
};

const idsOf = async (answer: ReturnType<ApiClient['get']>) =>
  (await sent<Page<{ id: string }>>(answer)).items.map(({ id }) => id);

describe('the credit of an enterprise', () => {
  let server: TestServer;
  let administration: ApiClient;
  let manager: ApiClient;
  let path: string;
  let site: SiteView;

  beforeAll(async () => {
    server = await startTestServer();
    administration = server.as('concrete_admin');
    manager = server.as('enterprise_manager');
    path = `enterprises/${server.enterprises.own.id}/credit`;
    site = await (await EnteredWorks.enter(server)).addSite();
  });
  afterAll(() => server?.close());

  const credit = () => sent<EnterpriseCreditView>(manager.get(path));

  async function evaluate(year: number): Promise<void> {
    await sent(
      manager.post(`${path}/self-evaluations`, { year, score: 92, statement: 'all in order' }),
    );
    await sent(
      administration.post(`${path}/evaluations`, {
        year,
        score: 55,
        visitOn: year < THIS_YEAR ? `${year}-11-02` : `${year}-01-01`,
        visitReport: 'washing basin out of use',
      }),
    );
  }
  const grade = (year: number, to: string) =>
    administration.post(`${path}/grades`, { year, grade: to, reason: `as found in ${year}` });

  const publish = (value: boolean) =>
    sent(
      administration.post('policies', {
        key: 'credit.grades_are_public',
        value,
        effectiveFrom: new Date(),
        source: 'notice 9/2026',
        confidence: 'decided',
        reason: 'as announced',
      }),
    );

  const fileAt = (filePath: string, role: Role, init: RequestInit = {}, side?: Side) =>
    fetch(`${server.url}/api/v1/${filePath}`, {
      ...init,
      headers: { authorization: `Bearer ${server.as(role, side).token}` },
    });
  const upload = (filePath: string, role: Role, file: Buffer, side?: Side) =>
    fileAt(filePath, role, { method: 'POST', body: Buffer.from(file) }, side);
  const attach = async (filePath: string, role: Role, file: Buffer) => {
    const answer = await upload(filePath, role, file);
    expect(answer.status).toBe(201);
    return (await answer.json()) as AttachedFileView;
  };
  const bytesAt = async (filePath: string, role: Role) =>
    Buffer.from(await (await fileAt(filePath, role)).arrayBuffer());

  const handOut = (change: object = {}) =>
    administration.post('inspection-tasks', {
      enterpriseId: server.enterprises.own.id,
      kind: 'special',
      title: 'washing of trucks',
      demand: 'look at the basin and the drains',
      offices: ['concrete_admin', 'traffic_police'],
      inspectorName: 'Chen Jie',
      dueOn: `${THIS_YEAR + 1}-01-15`,
      ...change,
    });
  const report = (id: string) =>
    administration.post(`inspection-tasks/${id}/report`, {
      inspectedAt: addMinutes(new Date(), -5),
      result: 'the drain is blocked',
      hasFindings: true,
    });
  const inspectionsDue = (due: string) =>
    idsOf(administration.get(`inspection-tasks?limit=200&due=${due}`));
  const rectificationsDue = () => idsOf(manager.get('rectifications?limit=200&due=expiring'));
  const kindsFor = (role: Role) =>
    sent<LedgerKindsView>(server.as(role).get('ledger-entries/kinds'));

  const entry = (change: object) => ({
    enterpriseId: server.enterprises.own.id,
    kind: 'inspection',
    occurredAt: addMinutes(new Date(), -60),
    title: 'yearly inspection',
    ...change,
  });
  const record = (by: ApiClient, change: object = {}) => by.post('ledger-entries', entry(change));
  /** At the site of the enterprise, unless told otherwise. */
  const brief = (by: ApiClient, change: object = {}) =>
    record(by, { kind: 'briefing', title: 'pouring in frost', siteId: site.id, ...change });
  const rectify = (dueOn: string) =>
    administration.post('rectifications', {
      enterpriseId: server.enterprises.own.id,
      title: 'washing basin',
      demand: 'repair the basin',
      dueOn,
    });

  describe('graded by people', () => {
    it('is graded after its own word and a visit, not before', async () => {
      const year = THIS_YEAR - 3;
      expect(await codeOf(grade(year, 'good'))).toBe('CREDIT_NOT_EVALUATED');
      expect(
        await codeOf(
          administration.post(`${path}/evaluations`, {
            year,
            score: 60,
            visitOn: `${year}-11-02`,
            visitReport: 'seen',
          }),
        ),
      ).toBe('CREDIT_SELF_EVALUATION_MISSING');

      await evaluate(year);
      const graded = await sent<EnterpriseCreditView>(grade(year, 'good'));

      expect(graded).toMatchObject({ grade: 'good', areOrdersBlocked: false, isBarred: false });
      expect(graded.effects).toMatchObject({ isPreferred: true, mayTender: true });
      expect(graded.assessments[0]).toMatchObject({ year, selfScore: 92, score: 55 });
    });

    it('keeps each decision when another follows, and an appeal with its answer', async () => {
      const year = THIS_YEAR - 2;
      await evaluate(year);
      await sent(grade(year, 'basic'));
      await sent(manager.post(`${path}/appeals`, { reason: 'the basin was repaired in March' }));
      expect(await codeOf(manager.post(`${path}/appeals`, { reason: 'once more' }))).toBe(
        'CREDIT_APPEAL_OPEN',
      );
      for (const noBetter of ['basic', 'failed']) {
        const upheld = { grade: noBetter, reason: 'seen' };
        expect(await codeOf(administration.post(`${path}/appeal-answers`, upheld))).toBe(
          'CREDIT_APPEAL_NOT_BETTER',
        );
      }
      await sent(
        administration.post(`${path}/appeal-answers`, { grade: 'qualified', reason: 'seen' }),
      );

      const { decisions, grade: now, hasOpenAppeal } = await credit();
      expect([now, hasOpenAppeal]).toEqual(['qualified', false]);
      expect(decisions.slice(0, 3)).toMatchObject([
        { kind: 'appeal_upheld', grade: 'qualified', gradeBefore: 'basic' },
        { kind: 'appeal', grade: null, gradeBefore: 'basic' },
        { kind: 'grade', grade: 'basic', gradeBefore: 'good' },
      ]);
    });

    it('keeps the papers of each word on a year, until what answers it', async () => {
      const year = THIS_YEAR - 4;
      const self = `${path}/self-evaluations/${year}/files`;
      const visit = `${path}/evaluations/${year}/files`;
      const byManager = () => upload(self, 'enterprise_manager', aPdf());
      const byCity = () => upload(visit, 'concrete_admin', aJpeg());
      expect(await refusalOf(byManager())).toBe('CREDIT_SELF_EVALUATION_MISSING');

      await sent(manager.post(`${path}/self-evaluations`, { year, score: 92, statement: 'fine' }));
      const statement = await attach(self, 'enterprise_manager', aPdf());
      expect(await refusalOf(byCity())).toBe('CREDIT_NOT_EVALUATED');
      const visited = { year, score: 60, visitOn: `${year}-11-02`, visitReport: 'seen' };
      await sent(administration.post(`${path}/evaluations`, visited));
      const picture = await attach(visit, 'concrete_admin', aJpeg());

      const { assessments } = await credit();
      expect(assessments.find((one) => one.year === year)).toMatchObject({
        selfFiles: [statement],
        files: [picture],
      });
      expect(await bytesAt(`${self}/${statement.id}`, 'auditor')).toEqual(aPdf());
      expect(await bytesAt(`${visit}/${picture.id}`, 'enterprise_manager')).toEqual(aJpeg());
      expect((await fileAt(`${visit}/${statement.id}`, 'auditor')).status).toBe(404);
      expect((await fileAt(`${self}/${statement.id}`, 'association')).status).toBe(403);
      expect(await refusalOf(byManager())).toBe('CREDIT_YEAR_EVALUATED');
      await sent(grade(year, 'good'));
      expect(await refusalOf(byCity())).toBe('CREDIT_YEAR_GRADED');
    });

    it('is published with the year and the day of the decision in force, and nothing else', async () => {
      const { decisions } = await credit();
      const { name, district } = (
        await sent<Page<EnterpriseView>>(administration.get('enterprises'))
      ).items.find(({ id }) => id === server.enterprises.own.id)!;

      const published = await sent<PublishedGrades>(server.stranger.get('credit-grades'));

      const upheld = decisions.find(({ kind }) => kind === 'appeal_upheld')!;
      const year = THIS_YEAR - 2;
      expect(published.isPublished).toBe(true);
      expect(published.items).toEqual([
        { name, district, grade: 'qualified', year, since: upheld.decidedAt, isBarred: false },
      ]);
    });

    it('is published no more once the policy withholds it', async () => {
      await publish(false);

      const withheld = await sent<PublishedGrades>(server.stranger.get('credit-grades'));

      expect(withheld).toEqual({ isPublished: false, items: [] });
      await publish(true);
    });

    it('is read out to nobody without end', async () => {
      const statuses = new Set<number>();
      for (let asked = 0; asked <= 60; asked += 1) {
        statuses.add((await server.stranger.get('credit-grades')).status);
      }

      expect([...statuses]).toEqual([200, 429]);
    });

    it('is no matter of another enterprise', async () => {
      const other = server.as('enterprise_manager', 'other');

      expect((await other.get(path)).status).toBe(404);
      expect((await other.post(`${path}/appeals`, { reason: 'ours' })).status).toBe(404);
      const files = `${path}/self-evaluations/${THIS_YEAR - 2}/files`;
      expect((await upload(files, 'enterprise_manager', aPdf(), 'other')).status).toBe(404);
    });
  });

  describe('that failed', () => {
    let works: EnteredWorks;

    beforeAll(async () => {
      works = await EnteredWorks.enter(server);
      await works.addMixer();
      await evaluate(THIS_YEAR - 1);
      await sent(grade(THIS_YEAR - 1, 'failed'));
    });

    const licence = (licenceState: string) =>
      administration.post(`plants/${works.plantId}/licence-decisions`, {
        licenceState,
        licenceNo: 'HZ-0815',
        isBranch: true,
        reason: 'inspected',
      });
    const order = () => works.dispatcher.post('orders', works.anOrder(site));

    it('takes no new orders until the administration gives leave', async () => {
      expect(await order()).toMatchObject({
        status: 409,
        body: { code: 'CREDIT_BLOCKS_ORDERS', details: { creditGrade: 'failed' } },
      });

      await sent(administration.post(`${path}/order-leaves`, { reason: 'contracted in May' }));

      expect((await order()).status).toBe(201);
    });

    it('bars from business after two years in a row, and a better year ends that', async () => {
      await evaluate(THIS_YEAR);
      await sent(grade(THIS_YEAR, 'failed'));

      expect(await credit()).toMatchObject({ isBarred: true, areOrdersBlocked: true });
      expect(await codeOf(order())).toBe('ENTERPRISE_BARRED');
      const { items } = await sent<Page<EnterpriseView>>(administration.get('enterprises'));
      expect(items.find(({ id }) => id === works.enterpriseId)).toMatchObject({ isBarred: true });

      await sent(grade(THIS_YEAR, 'qualified'));
      expect(await credit()).toMatchObject({ isBarred: false, areOrdersBlocked: false });
    });

    it('is apart from the licence of a plant, which stops orders by itself', async () => {
      await sent(licence('suspended'));

      expect(await order()).toMatchObject({
        body: { code: 'PLANT_NOT_LICENSED', details: { licenceState: 'suspended' } },
      });
      await sent(licence('licensed'));
      expect((await order()).status).toBe(201);
    });
  });

  describe('the ledger', () => {
    it('feeds the evidence with what counts, and with that alone', async () => {
      const photoUrls = ['https://photos.example/1.jpg'];
      await sent(
        record(server.as('district_bureau'), {
          title: 'spillage on Wenyi road',
          kind: 'spillage',
          photoUrls,
        }),
      );
      await sent(record(administration, { title: 'found nothing' }));
      const unwashed = await sent<LedgerEntryView>(
        record(administration, { title: 'mixer unwashed', hasFindings: true }),
      );
      const photo = await attach(`ledger-entries/${unwashed.id}/photos`, 'concrete_admin', aJpeg());
      await sent(record(manager, { kind: 'washing', title: 'washed 14 mixers' }));

      const { items } = await sent<Page<CreditEvidenceView>>(
        administration.get(`${path}/evidence`),
      );
      expect(items.map(({ title }) => title).toSorted()).toEqual([
        'mixer unwashed',
        'spillage on Wenyi road',
      ]);
      expect(items.find(({ kind }) => kind === 'spillage')).toMatchObject({
        photoUrls,
        photos: [],
      });
      expect(items.find(({ id }) => id === unwashed.id)).toMatchObject({ photos: [photo] });
    });

    it('leaves out of the evidence what was withdrawn, and tells why where it stays listed', async () => {
      const reason = 'entered for the wrong enterprise';
      const wrong = await sent<LedgerEntryView>(
        record(administration, { title: 'spillage on another road', kind: 'spillage' }),
      );
      const withdrawal = `ledger-entries/${wrong.id}/withdrawal`;
      expect(wrong).toMatchObject({ isEvidence: true, withdrawal: null, mayWithdraw: true });
      expect(await listed(manager, wrong.id)).toMatchObject({ mayWithdraw: false });
      expect(await manager.post(withdrawal, { reason })).toMatchObject({
        status: 403,
        body: { code: 'LEDGER_WITHDRAWAL_OF_ANOTHER' },
      });
      expect(await administration.post(withdrawal, { reason: ' ' })).toMatchObject({ status: 400 });

      await sent(administration.post(withdrawal, { reason }));

      expect(await listed(manager, wrong.id)).toMatchObject({
        isEvidence: false,
        withdrawal: { reason, decidedByRoles: ['concrete_admin'] },
        mayWithdraw: false,
      });
      expect(await idsOf(administration.get(`${path}/evidence?limit=200`))).not.toContain(wrong.id);
      const today = new Date(Date.parse(wrong.occurredAt) + 8 * 3_600_000)
        .toISOString()
        .slice(0, 10);
      const printed = await sent<EnterpriseLedgerView>(
        administration.get(
          `city/enterprises/${server.enterprises.own.id}/ledger?from=${today}&to=${today}`,
        ),
      );
      expect(printed.entries.find(({ title }) => title === wrong.title)).toMatchObject({
        withdrawal: { reason },
      });
      expect(await administration.post(withdrawal, { reason })).toMatchObject({
        status: 409,
        body: { code: 'LEDGER_ENTRY_WITHDRAWN' },
      });
    });

    it('names who answers for safety, with who did before', async () => {
      for (const personName of ['Wang Wei', 'Li Na']) {
        await sent(record(manager, { kind: 'safety_officer', title: 'named', personName }));
      }

      const { items } = await sent<Page<LedgerEntryView>>(
        manager.get('ledger-entries?kind=safety_officer'),
      );
      expect(items.map(({ personName }) => personName)).toEqual(['Li Na', 'Wang Wei']);
    });

    it('is written by each as far as his word goes', async () => {
      const association = server.as('association');
      const statuses = [
        (await brief(association, { title: 'curing, at the site' })).status,
        (await record(association, { kind: 'accident' })).status,
        (await record(manager, { kind: 'false_material' })).status,
      ];

      expect(statuses).toEqual([201, 403, 403]);
    });

    it('names the site that a briefing was held for, which is one of the enterprise’s', async () => {
      const association = server.as('association');
      const other = server.enterprises.other.id;
      const { items: sites } = await sent<LedgerSites>(
        association.get(`ledger-entries/sites?enterpriseId=${server.enterprises.own.id}`),
      );
      expect(sites).toMatchObject([{ id: site.id, name: site.name }]);

      expect(await record(association, { kind: 'briefing' })).toMatchObject({
        status: 400,
        body: { code: 'LEDGER_SITE_REQUIRED' },
      });
      expect(await codeOf(brief(association, { enterpriseId: other }))).toBe('SITE_NOT_FOUND');
      const written = await sent<LedgerEntryView>(brief(manager));
      expect(written).toMatchObject({ siteId: site.id, siteName: site.name });
      const theirs = manager.get(`ledger-entries/sites?enterpriseId=${other}`);
      expect(await theirs).toMatchObject({ status: 404 });
    });

    it('names the site of a briefing in words when it is none of the product’s, one way or the other', async () => {
      const inWords = { kind: 'briefing', siteName: '  滨江商务楼二期 ' };
      expect(await brief(manager, { siteName: '一号楼' })).toMatchObject({
        status: 400,
        body: { code: 'LEDGER_SITE_TWICE' },
      });
      expect((await record(manager, { ...inWords, siteName: ' ' })).status).toBe(400);

      const { id } = await sent<LedgerEntryView>(record(manager, inWords));

      const { items } = await sent<Page<LedgerEntryView>>(
        server.as('association').get('ledger-entries?limit=200&kind=briefing'),
      );
      expect(items.find((written) => written.id === id)).toMatchObject({
        siteId: null,
        siteName: '滨江商务楼二期',
      });
    });

    it('shows the association the briefings alone, whatever it asks for', async () => {
      const association = server.as('association');
      await sent(record(manager, { kind: 'accident', title: 'a scraped mudguard' }));
      await sent(brief(association, { title: 'curing in frost' }));
      const kindsOf = async (query: string) => {
        const page = association.get(`ledger-entries?limit=200${query}`);
        const { items } = await sent<Page<LedgerEntryView>>(page);
        return [...new Set(items.map(({ kind }) => kind))];
      };

      expect(await kindsOf('')).toEqual(['briefing']);
      expect(await kindsOf('&kind=accident')).toEqual([]);
    });

    it('says which kinds each may read and write', async () => {
      expect(await kindsFor('association')).toEqual({ read: ['briefing'], written: ['briefing'] });
      expect(await kindsFor('auditor')).toMatchObject({ written: [] });
    });

    it('keeps photos of what was written, for those who read it', async () => {
      const { id } = await sent<LedgerEntryView>(record(manager, { kind: 'washing' }));
      const photos = `ledger-entries/${id}/photos`;
      const add = (role: Role, body: Buffer, side?: Side) => upload(photos, role, body, side);

      const photo = await attach(photos, 'enterprise_manager', aJpeg());
      const { items } = await sent<Page<LedgerEntryView>>(administration.get('ledger-entries'));

      expect(items.find((one) => one.id === id)?.photos).toEqual([photo]);
      expect(await bytesAt(`${photos}/${photo.id}`, 'auditor')).toEqual(aJpeg());
      expect((await fileAt(`${photos}/${photo.id}`, 'association')).status).toBe(404);
      expect((await add('enterprise_manager', aPdf())).status).toBe(415);
      expect((await add('concrete_admin', aJpeg())).status).toBe(403);
      expect((await add('enterprise_manager', aJpeg(), 'other')).status).toBe(404);
    });
  });

  describe('an inspection that is handed out', () => {
    it('names who looks until when, and ends with what was found and its photos', async () => {
      const task = await sent<InspectionTaskView>(handOut());
      expect(task).toMatchObject({ state: 'open', inspectorName: 'Chen Jie' });

      const done = await sent<InspectionTaskView>(report(task.id));
      const entryId = done.steps[1]!.ledgerEntryId!;
      await attach(`ledger-entries/${entryId}/photos`, 'concrete_admin', aJpeg());

      expect(done.steps.map(({ toState, text }) => [toState, text])).toEqual([
        ['open', 'look at the basin and the drains'],
        ['done', 'the drain is blocked'],
      ]);
      const { items } = await sent<Page<LedgerEntryView>>(
        manager.get('ledger-entries?kind=inspection'),
      );
      expect(items.find(({ id }) => id === entryId)).toMatchObject({
        title: 'washing of trucks',
        content: 'the drain is blocked',
        personName: 'Chen Jie',
        photos: [{ fileKind: 'jpeg' }],
        isEvidence: true,
      });
      expect(await codeOf(report(task.id))).toBe('INSPECTION_SETTLED');
    });

    it('is withdrawn with a reason, and not ordered for a day that is past', async () => {
      const { id } = await sent<InspectionTaskView>(handOut());
      const withdrawal = { reason: 'the plant is closed' };

      expect(
        await sent<InspectionTaskView>(
          administration.post(`inspection-tasks/${id}/withdrawal`, withdrawal),
        ),
      ).toMatchObject({ state: 'withdrawn' });
      expect(await codeOf(report(id))).toBe('INSPECTION_SETTLED');
      expect(await codeOf(handOut({ dueOn: '2020-01-01' }))).toBe('INSPECTION_DUE_PAST');
    });

    it('is reminded of when its day comes, until it is made', async () => {
      const [far, near] = [
        await sent<InspectionTaskView>(handOut()),
        await sent<InspectionTaskView>(handOut({ dueOn: inDays(3) })),
      ];

      expect([far.dueValidity, near.dueValidity]).toEqual(['valid', 'expiring']);
      expect(await inspectionsDue('expiring')).toEqual([near.id]);
      expect(await inspectionsDue('expired')).toEqual([]);
      const done = await sent<InspectionTaskView>(report(near.id));
      expect(done.dueValidity).toBeNull();
      expect(await inspectionsDue('expiring')).toEqual([]);
    });

    it('is not told to the enterprise before it is made', async () => {
      expect((await manager.get('inspection-tasks')).status).toBe(403);
    });
  });

  describe('a rectification', () => {
    it('is ordered by a day, answered and accepted, every step kept', async () => {
      const { id } = await sent<RectificationView>(rectify(`${THIS_YEAR + 1}-01-15`));
      const answer = { answer: 'repaired', photoUrls: ['https://photos.example/2.jpg'] };
      await sent(manager.post(`rectifications/${id}/answers`, answer));
      const settled = await sent<RectificationView>(
        administration.post(`rectifications/${id}/settlements`, {
          state: 'accepted',
          reason: 'seen on site',
        }),
      );

      expect(settled.steps.map(({ toState, text }) => [toState, text])).toEqual([
        ['ordered', 'repair the basin'],
        ['answered', 'repaired'],
        ['accepted', 'seen on site'],
      ]);
      expect(await codeOf(manager.post(`rectifications/${id}/answers`, answer))).toBe(
        'RECTIFICATION_STEP_INVALID',
      );
    });

    it('keeps what is attached to its answer, until that is looked at', async () => {
      const { id } = await sent<RectificationView>(rectify(`${THIS_YEAR + 1}-01-15`));
      const answered = await sent<RectificationView>(
        manager.post(`rectifications/${id}/answers`, { answer: 'repaired' }),
      );
      const files = `rectifications/${id}/steps/${answered.steps[1]!.id}/files`;
      const bill = await attach(files, 'enterprise_manager', aPdf());

      const { items } = await sent<Page<RectificationView>>(administration.get('rectifications'));
      const shown = items.find((one) => one.id === id)!;
      expect(shown.steps.map((step) => step.files)).toEqual([[], [bill]]);
      expect(await bytesAt(`${files}/${bill.id}`, 'district_bureau')).toEqual(aPdf());
      const demand = `rectifications/${id}/steps/${answered.steps[0]!.id}/files`;
      const add = (to: string, file = aJpeg()) => upload(to, 'enterprise_manager', file);
      expect((await fileAt(`${demand}/${bill.id}`, 'concrete_admin')).status).toBe(404);
      expect(await refusalOf(add(demand))).toBe('RECTIFICATION_ANSWER_CLOSED');
      expect(await refusalOf(add(files, Buffer.from('MZ')))).toBe('FILE_KIND_UNSUPPORTED');
      expect((await upload(files, 'enterprise_manager', aJpeg(), 'other')).status).toBe(404);
      await sent(
        administration.post(`rectifications/${id}/settlements`, {
          state: 'accepted',
          reason: 'seen on site',
        }),
      );
      expect(await refusalOf(add(files))).toBe('RECTIFICATION_ANSWER_CLOSED');
    });

    it('proposes a grade once it has failed, which holds for nothing until people decide', async () => {
      await sent(grade(THIS_YEAR, 'basic'));
      expect((await credit()).proposal).toBeNull();
      const { id } = await sent<RectificationView>(rectify(`${THIS_YEAR + 1}-01-15`));
      await sent(
        administration.post(`rectifications/${id}/settlements`, {
          state: 'failed',
          reason: 'nothing was done',
        }),
      );

      expect(await credit()).toMatchObject({
        grade: 'basic',
        proposal: { grade: 'failed', rectificationId: id, title: 'washing basin' },
      });
      await sent(grade(THIS_YEAR, 'failed'));
      expect(await credit()).toMatchObject({ grade: 'failed', proposal: null });
      await sent(grade(THIS_YEAR, 'qualified'));
    });

    it('is reminded of when its day comes, by whoever has a word on it', async () => {
      const { id, dueValidity } = await sent<RectificationView>(rectify(inDays(3)));

      expect(dueValidity).toBe('expiring');
      expect(await rectificationsDue()).toEqual([id]);
      await sent(
        administration.post(`rectifications/${id}/settlements`, {
          state: 'failed',
          reason: 'nothing was done',
        }),
      );
      expect(await rectificationsDue()).toEqual([]);
    });

    it('that is sent back is due on another day, which is to come', async () => {
      const { id } = await sent<RectificationView>(rectify(inDays(1)));
      const settle = (change: object) =>
        administration.post(`rectifications/${id}/settlements`, {
          state: 'ordered',
          reason: 'half done',
          ...change,
        });
      const answer = { answer: 'repaired' };
      await sent(manager.post(`rectifications/${id}/answers`, answer));

      expect(await codeOf(settle({ dueOn: '2020-01-01' }))).toBe('RECTIFICATION_DUE_PAST');
      expect(await codeOf(settle({ state: 'failed', dueOn: inDays(9) }))).toBe('INVALID_REQUEST');
      const back = await sent<RectificationView>(settle({ dueOn: inDays(9) }));
      expect(back).toMatchObject({ state: 'ordered', dueOn: inDays(9) });
      expect(back.steps.map(({ dueOn }) => dueOn)).toEqual([inDays(1), null, inDays(9)]);

      await sent(manager.post(`rectifications/${id}/answers`, answer));
      expect(await sent<RectificationView>(settle({}))).toMatchObject({ dueOn: inDays(9) });
      await sent(settle({ state: 'failed' }));
    });

    it('is due on a day to come', async () => {
      expect(await codeOf(rectify('2020-01-01'))).toBe('RECTIFICATION_DUE_PAST');
    });

    it('is answered by its own enterprise alone', async () => {
      const { id } = await sent<RectificationView>(rectify(`${THIS_YEAR + 1}-01-15`));
      const other = server.as('enterprise_manager', 'other');

      const { status } = await other.post(`rectifications/${id}/answers`, { answer: 'not ours' });
      expect(status).toBe(404);
    });
  });
});
