import { CreateEnterpriseService, EnterpriseQueries } from '@tongyun/fleet';
import { addMinutes, type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { PolicyQueries, SetPolicyService } from '@tongyun/policy';
import type { TestingModule } from '@nestjs/testing';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AssessEnterpriseService } from './assess-enterprise.service.js';
import { CreditModule } from './credit.module.js';
import { DecideCreditService } from './decide-credit.service.js';
import { KeepStandings } from './keep-standings.service.js';
import type { CreditGrade } from './rules/credit-standing.js';

let now = new Date('2026-11-23T02:00:00Z');
const YEAR = 2025;
const admin = anAuthority('concrete_admin');

describe('a grade in force', () => {
  let database: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [CreditModule], { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(() => {
    now = addMinutes(now, 1);
  });

  async function graded(grade: CreditGrade): Promise<EnterpriseId> {
    const { id } = await module.get(CreateEnterpriseService, { strict: false }).create(admin, {
      name: `商砼 ${grade} ${now.getTime()}`,
      shortName: '商砼',
      district: '余杭',
      mode: 'dispatch',
    });
    const assess = module.get(AssessEnterpriseService);
    const manager = anEmployee(id, 'enterprise_manager');
    await assess.selfEvaluate(manager, id, { year: YEAR, score: 90, statement: 'in order' });
    await assess.evaluate(admin, id, {
      year: YEAR,
      score: 60,
      visitOn: `${YEAR}-11-02`,
      visitReport: 'as seen',
    });
    await module
      .get(DecideCreditService)
      .decideGrade(admin, id, { year: YEAR, grade, reason: 'as found' });
    return id;
  }
  const standing = (id: EnterpriseId) =>
    module.get(EnterpriseQueries, { strict: false }).get(SYSTEM_SCOPE, id);
  async function block(grade: CreditGrade, blocksOrders: boolean, effectiveFrom: Date) {
    const { value } = await module
      .get(PolicyQueries, { strict: false })
      .valueAt('credit.effects', now);
    await module.get(SetPolicyService, { strict: false }).set(SYSTEM_SCOPE, {
      key: 'credit.effects',
      scope: 'city',
      value: { ...value, [grade]: { ...value[grade], blocksOrders } },
      effectiveFrom,
      source: 'notice 9/2026',
      confidence: 'decided',
      reason: 'as announced',
    });
  }
  const keep = () => module.get(KeepStandings).keep();

  it('brings what a changed policy says from when that takes effect, and no earlier', async () => {
    const [basic, good] = [await graded('basic'), await graded('good')];
    const from = addMinutes(now, 60);
    await block('basic', true, from);

    await keep();
    expect(await standing(basic)).toMatchObject({ creditGrade: 'basic', areOrdersBlocked: false });

    now = from;
    await keep();
    expect(await standing(basic)).toMatchObject({ creditGrade: 'basic', areOrdersBlocked: true });
    expect(await standing(good)).toMatchObject({ creditGrade: 'good', areOrdersBlocked: false });
  });

  it('goes on under the leave that was given, also beside an appeal', async () => {
    const failed = await graded('failed');
    const credit = module.get(DecideCreditService);
    expect(await standing(failed)).toMatchObject({ areOrdersBlocked: true });
    await credit.allowOrders(admin, failed, { reason: 'contracted in May' });
    await credit.appeal(anEmployee(failed, 'enterprise_manager'), failed, { reason: 'too strict' });

    await keep();

    expect(await standing(failed)).toMatchObject({ areOrdersBlocked: false });
  });
});
