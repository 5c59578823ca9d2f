import { AlertEntity } from '@tongyun/alerts/data';
import type { AlertCode } from '@tongyun/contracts';
import { CreateEnterpriseService, CreateVehicleService } from '@tongyun/fleet';
import { type AlertId, type AlertMuteId, type EnterpriseId, newId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { aMixer } from '../../../test/support/a-mixer.js';
import { anAlertEpisode } from '../../../test/support/an-alert-episode.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AssessEnterpriseService } from './assess-enterprise.service.js';
import { CreditQueries } from './credit-queries.service.js';
import { CreditModule } from './credit.module.js';

const admin = anAuthority('concrete_admin');
let now = new Date('2026-12-31T15:59:00Z');

describe('what an enterprise is judged by', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let enterpriseId: EnterpriseId;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [CreditModule], { now: () => now });
    const creating = module.get(CreateEnterpriseService, { strict: false }).create(admin, {
      name: '商砼 一',
      shortName: '商砼',
      district: '余杭',
      mode: 'dispatch',
    });
    enterpriseId = (await creating).id;
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const assess = async (year: number) =>
    module
      .get(AssessEnterpriseService)
      .selfEvaluate(anEmployee(enterpriseId, 'enterprise_manager'), enterpriseId, {
        year,
        score: 90,
        statement: 'in order',
      });

  const visitedOn = (visitOn: string) =>
    module
      .get(AssessEnterpriseService)
      .evaluate(admin, enterpriseId, { year: 2027, score: 60, visitOn, visitReport: 'seen' });

  it('is of a year that has begun by the clock of the city', async () => {
    await expect(assess(2027)).rejects.toMatchObject({ code: 'CREDIT_YEAR_AHEAD' });
    now = new Date('2026-12-31T16:00:00Z');
    await expect(assess(2027)).resolves.toBeUndefined();
  });

  it('is visited before it is evaluated, by the clock of the city', async () => {
    now = new Date('2027-03-01T15:59:00Z');
    await assess(2027);

    await expect(visitedOn('2027-03-02')).rejects.toMatchObject({
      code: 'CREDIT_VISIT_IN_FUTURE',
      details: { visitOn: '2027-03-02', today: '2027-03-01' },
    });
    now = new Date('2027-03-01T16:00:00Z');
    await expect(visitedOn('2027-03-02')).resolves.toBeUndefined();
  });

  it('is no notice, no false alarm and nothing that was allowed', async () => {
    const vehicle = await module
      .get(CreateVehicleService, { strict: false })
      .create(admin, aMixer({ ownerEnterpriseId: enterpriseId }));
    const happened = (code: AlertCode, change: Partial<AlertEntity> = {}) => {
      const { position, ...episode } = anAlertEpisode({ code });
      return database.dataSource.manager.insert(AlertEntity, {
        ...episode,
        ...position,
        reasons: [],
        evidence: [...episode.evidence],
        id: newId<AlertId>(),
        enterpriseId,
        vehicleId: vehicle.id,
        state: 'open',
        openedAt: now,
        startedAt: now,
        endedAt: now,
        ...change,
      });
    };
    await happened('no_pass');
    await happened('illegal_unload', { level: 'grave' });
    await happened('fatigue_warning', { level: 'notice' });
    await happened('offline', { level: 'notice' });
    await happened('bad_hours', { state: 'false_alarm' });
    await happened('over_radius', { muteId: newId<AlertMuteId>() });

    const rows = await module.get(CreditQueries).evidence(admin, enterpriseId, { limit: 50 });

    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['illegal_unload', 'no_pass']);
  });
});
