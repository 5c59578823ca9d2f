import { CreateEnterpriseService } from '@tongyun/fleet';
import type { EnterpriseId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AssessEnterpriseService } from './assess-enterprise.service.js';
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

  it('is of a year that has begun by the clock of the city', async () => {
    await expect(assess(2027)).rejects.toMatchObject({ code: 'CREDIT_YEAR_AHEAD' });
    now = new Date('2026-12-31T16:00:00Z');
    await expect(assess(2027)).resolves.toBeUndefined();
  });
});
