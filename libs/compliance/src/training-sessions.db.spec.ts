import type { PlanTrainingSessionRequest } from '@tongyun/contracts';
import { CreateDriverService, CreateEnterpriseService } from '@tongyun/fleet';
import {
  type AccessScope,
  addMinutes,
  type DriverId,
  type EnterpriseId,
  newId,
  type TrainingSessionId,
} from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { CancelTrainingSessionService } from './cancel-training-session.service.js';
import { ComplianceModule } from './compliance.module.js';
import { EnrolDriversService } from './enrol-drivers.service.js';
import { PlanTrainingSessionService } from './plan-training-session.service.js';
import { RecordSessionResultsService } from './record-session-results.service.js';
import { RecordTrainingService } from './record-training.service.js';
import { TrainingQueries } from './training-queries.service.js';
import { TrainingSessionQueries } from './training-session-queries.service.js';
import { WithdrawDriverService } from './withdraw-driver.service.js';

const TODAY = new Date('2026-11-23T02:00:00Z');
const BEGINS = addMinutes(TODAY, 60);
const admin = anAuthority('concrete_admin');

const marks = (driverId: DriverId, skillScore: number | null, safetyScore: number | null) => ({
  driverId,
  hasAttended: true,
  skillScore,
  safetyScore,
});

describe('training sessions', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let now = TODAY;
  let own: AccessScope;
  let other: AccessScope;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [ComplianceModule], { now: () => now });
    own = await anEnterprise('余杭商砼');
    other = await anEnterprise('萧山商砼');
  });
  beforeEach(() => {
    now = TODAY;
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  async function anEnterprise(name: string): Promise<AccessScope> {
    const { id } = await module
      .get(CreateEnterpriseService)
      .create(admin, { name, shortName: name.slice(0, 2), district: '余杭', mode: 'dispatch' });
    return anEmployee(id, 'enterprise_manager');
  }

  let drivers = 0;
  async function aDriver(scope: AccessScope): Promise<DriverId> {
    const [enterpriseId] = scope.enterpriseIds as [EnterpriseId];
    drivers += 1;
    const phone = `138${String(drivers).padStart(8, '0')}`;
    const request = { enterpriseId, name: `张师傅${drivers}`, phone, licenceClass: 'B2' as const };
    return (await module.get(CreateDriverService).create(admin, request)).id;
  }

  async function aSession(
    change: Partial<PlanTrainingSessionRequest> = {},
  ): Promise<TrainingSessionId> {
    const { id } = await module.get(PlanTrainingSessionService).plan(admin, {
      title: '上岗安全与业务技能培训',
      place: '市混凝土管理站',
      partnerAgency: '杭州市交警支队',
      startsAt: BEGINS,
      endsAt: addMinutes(BEGINS, 180),
      capacity: 2,
      ...change,
    });
    return id;
  }

  const enrol = (scope: AccessScope, id: TrainingSessionId, ...ids: DriverId[]) =>
    module.get(EnrolDriversService).enrol(scope, id, ids);
  const get = (scope: AccessScope, id: TrainingSessionId) =>
    module.get(TrainingSessionQueries).get(scope, id);
  const record = (
    id: TrainingSessionId,
    ...results: Parameters<RecordSessionResultsService['record']>[2][number][]
  ) => module.get(RecordSessionResultsService).record(admin, id, results);

  async function standingOf(driverId: DriverId) {
    const rows = await module.get(TrainingQueries).list(admin, { limit: 200 });
    const { skill, safety, mayWork } = rows.find(({ driver }) => driver.id === driverId)!;
    return { skill, safety, mayWork };
  }

  it('give a place to each driver once, and show an enterprise its own drivers', async () => {
    const id = await aSession();
    const [mine, theirs] = [await aDriver(own), await aDriver(other)];

    await enrol(own, id, mine, mine);
    await enrol(own, id, mine);
    const seen = await enrol(other, id, theirs);

    expect(seen).toMatchObject({ enrolled: 2, enrolments: [{ driverId: theirs }] });
    expect((await get(admin, id)).enrolments).toHaveLength(2);
  });

  it('let the association record a result by itself of those alone who sit in one', async () => {
    const [pupil, gaveUp, stranger] = [await aDriver(own), await aDriver(own), await aDriver(own)];
    const id = await aSession();
    await enrol(own, id, pupil, gaveUp);
    await module.get(WithdrawDriverService).withdraw(own, id, gaveUp);
    const recordAs = (scope: AccessScope, driverId: DriverId) =>
      module.get(RecordTrainingService).record(scope, {
        driverId,
        kind: 'skill',
        score: 90,
        hasPassed: true,
        passedOn: '2026-11-10',
        expiresOn: '2027-11-09',
      });
    const association = anAuthority('association');

    for (const unseen of [gaveUp, stranger]) {
      await expect(recordAs(association, unseen)).rejects.toMatchObject({
        code: 'DRIVER_NOT_FOUND',
      });
      expect(await standingOf(unseen)).toMatchObject({ skill: null });
    }
    await recordAs(association, pupil);
    expect(await standingOf(pupil)).toMatchObject({ skill: { score: 90 } });
    await recordAs(admin, stranger);
    expect(await standingOf(stranger)).toMatchObject({ skill: { score: 90 } });
  });

  it('take all drivers that an enterprise names, or none where places are too few', async () => {
    const id = await aSession();
    const three = [await aDriver(own), await aDriver(own), await aDriver(own)];

    await expect(enrol(own, id, ...three)).rejects.toMatchObject({
      code: 'TRAINING_SESSION_FULL',
      details: { placesLeft: 2 },
    });
    expect(await get(own, id)).toMatchObject({ enrolled: 0 });
  });

  it('never hold more drivers than places, however many enrol at once', async () => {
    const id = await aSession();
    const four = await Promise.all([1, 2, 3, 4].map(() => aDriver(own)));

    const answers = await Promise.allSettled(four.map((driverId) => enrol(own, id, driverId)));

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await get(own, id)).toMatchObject({ enrolled: 2 });
  });

  it('take no driver of another enterprise', async () => {
    const id = await aSession();

    await expect(enrol(own, id, await aDriver(other))).rejects.toMatchObject({
      code: 'DRIVER_NOT_FOUND',
    });
  });

  it('give a place back until they begin, and keep that it was given up', async () => {
    const id = await aSession();
    const driverId = await aDriver(own);
    await enrol(own, id, driverId);
    const withdraw = () => module.get(WithdrawDriverService).withdraw(own, id, driverId);

    expect(await withdraw()).toMatchObject({ enrolled: 0 });
    await expect(withdraw()).rejects.toMatchObject({ code: 'TRAINING_NOT_ENROLLED' });
    await enrol(own, id, driverId);
    now = BEGINS;
    await expect(withdraw()).rejects.toMatchObject({ code: 'TRAINING_SESSION_CLOSED' });

    const kept = await database.dataSource.query(
      'SELECT state FROM training_enrolment WHERE session_id = $1 ORDER BY id',
      [id],
    );
    expect(kept).toEqual([{ state: 'withdrawn' }, { state: 'enrolled' }]);
  });

  it('let a driver work who passed both examinations, with a certificate for each', async () => {
    const id = await aSession();
    const [passes, fails] = [await aDriver(own), await aDriver(own)];
    await enrol(own, id, passes, fails);
    now = addMinutes(BEGINS, 180);

    const { session, enrolments } = await record(id, marks(passes, 80, 95), marks(fails, 79, 95));

    expect(session.state).toBe('held');
    expect(enrolments.map(({ state }) => state)).toEqual(['attended', 'attended']);
    const resultOf = (driverId: DriverId) => enrolments.find((row) => row.driverId === driverId);
    expect(resultOf(passes)).toMatchObject({
      skill: { score: 80, hasPassed: true, expiresOn: '2028-11-23' },
      safety: { score: 95, hasPassed: true },
    });
    expect(resultOf(fails)).toMatchObject({
      skill: { score: 79, hasPassed: false, certificateNo: null },
    });
    const standing = await standingOf(passes);
    expect(standing).toMatchObject({
      mayWork: true,
      skill: { score: 80, passedOn: '2026-11-23', expiresOn: '2028-11-23' },
      safety: { score: 95 },
    });
    expect(standing.skill?.certificateNo).toMatch(/^PX202611\d{3}$/);
    expect(standing.skill?.certificateNo).not.toBe(standing.safety?.certificateNo);
    expect(await standingOf(fails)).toMatchObject({
      mayWork: false,
      skill: { hasPassed: false, certificateNo: null },
    });
  });

  it('grade nobody who stayed away', async () => {
    const id = await aSession();
    const driverId = await aDriver(own);
    await enrol(own, id, driverId);
    now = BEGINS;

    const { enrolments } = await record(id, {
      driverId,
      hasAttended: false,
      skillScore: null,
      safetyScore: null,
    });

    expect(enrolments).toMatchObject([{ state: 'absent', skill: null, safety: null }]);
    expect(await standingOf(driverId)).toEqual({ skill: null, safety: null, mayWork: false });
  });

  it('are recorded once, when they have begun, for everybody and nobody else', async () => {
    const id = await aSession();
    const [driverId, left, stranger] = [await aDriver(own), await aDriver(own), await aDriver(own)];
    await enrol(own, id, driverId, left);

    await expect(record(id, marks(driverId, 90, 90))).rejects.toMatchObject({
      code: 'TRAINING_SESSION_AHEAD',
    });
    now = BEGINS;
    await expect(record(id, marks(driverId, 90, 90))).rejects.toMatchObject({
      code: 'TRAINING_RESULTS_INCOMPLETE',
      details: { missing: [left], strangers: [] },
    });
    const both = [marks(driverId, 90, 90), marks(left, 90, 90)];
    await expect(record(id, ...both, marks(stranger, 90, 90))).rejects.toMatchObject({
      details: { missing: [], strangers: [stranger] },
    });
    await expect(record(id, ...both, both[0]!)).rejects.toMatchObject({
      code: 'TRAINING_RESULTS_INCOMPLETE',
    });
    await record(id, ...both);
    await expect(record(id, ...both)).rejects.toMatchObject({ code: 'TRAINING_SESSION_CLOSED' });
  });

  it('are called off with a reason, and then take nobody', async () => {
    const id = await aSession();
    await module.get(CancelTrainingSessionService).cancel(admin, id, 'the hall is flooded');

    await expect(enrol(own, id, await aDriver(own))).rejects.toMatchObject({
      code: 'TRAINING_SESSION_CLOSED',
    });
    const kept = await database.dataSource.query(
      `SELECT from_state, to_state, reason FROM compliance_decision WHERE subject_id = $1`,
      [id],
    );
    expect(kept).toEqual([
      { from_state: 'planned', to_state: 'cancelled', reason: 'the hall is flooded' },
    ]);
  });

  it('are listed latest first, page by page, and planned for the time to come only', async () => {
    const later = await aSession({
      startsAt: addMinutes(BEGINS, 10_000),
      endsAt: addMinutes(BEGINS, 10_060),
    });
    const [first] = await module.get(TrainingSessionQueries).list(own, { limit: 1 });

    expect(first?.session.id).toBe(later);
    await expect(aSession({ startsAt: TODAY })).rejects.toMatchObject({
      code: 'TRAINING_SESSION_IN_PAST',
    });
    await expect(get(own, newId<TrainingSessionId>())).rejects.toMatchObject({
      code: 'TRAINING_SESSION_NOT_FOUND',
    });
  });
});
