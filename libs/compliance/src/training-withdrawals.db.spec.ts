import { CreateDriverService, CreateEnterpriseService, CreateVehicleService } from '@tongyun/fleet';
import { type AccessScope, type DriverId, type EnterpriseId, newId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { aMixer } from '../../../test/support/a-mixer.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ComplianceModule } from './compliance.module.js';
import { PassApplicantRepository } from './data/pass-applicant.repository.js';
import type { KeptResult } from './data/training-result.repository.js';
import { EnrolDriversService } from './enrol-drivers.service.js';
import { FactsQueries } from './facts-queries.service.js';
import { PlanTrainingSessionService } from './plan-training-session.service.js';
import { RecordTrainingService } from './record-training.service.js';
import { TrainingQueries } from './training-queries.service.js';
import { WithdrawTrainingService } from './withdraw-training.service.js';

const now = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');
const association = anAuthority('association');
const WRONG = { reason: '成绩录到了别人名下' };

describe('a result that was recorded wrongly', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let own: AccessScope;
  let driverId: DriverId;
  let drivers = 0;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [ComplianceModule], { now: () => now });
    const { id } = await module.get(CreateEnterpriseService).create(admin, {
      name: '余杭商砼',
      shortName: '余杭',
      district: '余杭',
      mode: 'dispatch',
    });
    own = anEmployee(id, 'enterprise_manager');
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    const [enterpriseId] = own.enterpriseIds as [EnterpriseId];
    drivers += 1;
    const driver = await module.get(CreateDriverService).create(admin, {
      enterpriseId,
      name: '张师傅',
      phone: `138${String(drivers).padStart(8, '0')}`,
      licenceClass: 'B2',
    });
    driverId = driver.id;
  });

  const record = (
    kind: 'skill' | 'safety',
    passedOn: string,
    expiresOn: string,
    hasPassed = true,
  ) =>
    module.get(RecordTrainingService).record(admin, {
      driverId,
      kind,
      score: hasPassed ? 90 : 10,
      hasPassed,
      passedOn,
      expiresOn,
    });
  const withdraw = ({ id }: { readonly id: string }, scope = admin) =>
    module.get(WithdrawTrainingService).withdraw(scope, id, WRONG);
  const standing = async (validity?: 'expiring' | 'expired') => {
    const query = { limit: 200, ...(validity && { validity }) };
    const rows = await module.get(TrainingQueries).list(own, query);
    return rows.find(({ driver }) => driver.id === driverId);
  };
  const lacked = async () =>
    (await module.get(TrainingQueries).withdrawnOf(driverId)).map(({ id }) => id);
  const factsOf = async () => {
    const [fact] = await module.get(FactsQueries).driverFacts(admin, [driverId]);
    return fact!.trainings.map(({ kind, expiresOn }) => ({ kind, expiresOn }));
  };
  const told = async (): Promise<number> => {
    const rows: object[] = await database.dataSource.query(
      `SELECT 1 FROM outbox_event
       WHERE name = 'compliance.driver_changed' AND payload ->> 'driverId' = $1`,
      [driverId],
    );
    return rows.length;
  };

  it('counts no more once it is withdrawn, and the one before it counts again', async () => {
    const earlier = await record('skill', '2026-01-10', '2026-12-31');
    await record('safety', '2026-01-10', '2026-12-31');
    const wrong = await record('skill', '2026-11-20', '2028-11-20');
    expect(await standing()).toMatchObject({ skill: { id: wrong.id }, mayWork: true });

    await withdraw(wrong);

    expect(await standing()).toMatchObject({ skill: { id: earlier.id }, mayWork: true });
    expect(await factsOf()).toEqual([
      { kind: 'skill', expiresOn: '2026-12-31' },
      { kind: 'safety', expiresOn: '2026-12-31' },
    ]);
    await withdraw(earlier);
    expect(await standing()).toMatchObject({ skill: { withdrawal: WRONG }, mayWork: false });
    expect(await factsOf()).toEqual([{ kind: 'safety', expiresOn: '2026-12-31' }]);
    expect(await told()).toBe(5);
  });

  it('is told to the driver as what he lacks, unless it was failed or would be over by now', async () => {
    const skill = await record('skill', '2026-01-10', '2026-12-31');
    const safety = await record('safety', '2025-01-10', '2026-11-22');
    await withdraw(safety);
    expect(await lacked()).toEqual([]);

    await withdraw(skill);
    expect(await lacked()).toEqual([skill.id]);

    await withdraw(await record('skill', '2026-11-20', '2027-11-20', false));
    expect(await lacked()).toEqual([skill.id]);
    await record('skill', '2026-11-21', '2027-11-21');
    expect(await lacked()).toEqual([]);
  });

  it('is no longer what runs out last', async () => {
    await record('skill', '2026-01-10', '2026-11-30');
    const wrong = await record('skill', '2026-11-20', '2028-11-20');
    expect(await standing('expiring')).toBeUndefined();

    await withdraw(wrong);

    expect(await standing('expiring')).toMatchObject({ skill: { expiresOn: '2026-11-30' } });
  });

  it('makes nobody one of the trained drivers that a pass asks for', async () => {
    const [ownerEnterpriseId] = own.enterpriseIds as [EnterpriseId];
    const mixer = { ...aMixer(), ownerEnterpriseId };
    const { id } = await module.get(CreateVehicleService).create(admin, mixer);
    await record('skill', '2026-01-10', '2026-12-31');
    const wrong = await record('safety', '2026-01-10', '2026-12-31');
    const trained = async (): Promise<number> => {
      const at = { now, on: '2026-11-23' };
      const { manager } = database.dataSource;
      const subject = await module.get(PassApplicantRepository).find(manager, admin, id, at);
      return subject!.trainedDrivers;
    };
    const before = await trained();

    await withdraw(wrong);

    expect(await trained()).toBe(before - 1);
  });

  it('stays on record with the reason, and is never rewritten', async () => {
    const first = await record('skill', '2026-01-10', '2026-12-31');
    const wrong = await record('skill', '2026-11-20', '2028-11-20');
    await withdraw(wrong);

    const results: KeptResult[] = await module.get(TrainingQueries).ofDriver(own, driverId);

    expect(results).toMatchObject([
      { id: wrong.id, score: 90, hasPassed: true, withdrawal: { ...WRONG, decidedAt: now } },
      { id: first.id, withdrawal: null },
    ]);
    for (const rewriting of [
      `UPDATE training_withdrawal SET reason = 'none'`,
      `DELETE FROM training_withdrawal`,
      `TRUNCATE training_withdrawal`,
    ]) {
      await expect(database.dataSource.query(rewriting)).rejects.toThrow(/only added/);
    }
  });

  it('is withdrawn once, however many do it at a time', async () => {
    const wrong = await record('skill', '2026-11-20', '2028-11-20');

    const answers = await Promise.allSettled([withdraw(wrong), withdraw(wrong), withdraw(wrong)]);

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(withdraw(wrong)).rejects.toMatchObject({ code: 'TRAINING_WITHDRAWN' });
    await expect(withdraw({ id: newId() })).rejects.toMatchObject({ code: 'TRAINING_NOT_FOUND' });
    expect(await told()).toBe(2);
  });

  it('is withdrawn and read by the association of those alone who sit in its courses', async () => {
    const wrong = await record('skill', '2026-11-20', '2028-11-20');
    const read = () => module.get(TrainingQueries).ofDriver(association, driverId);

    await expect(withdraw(wrong, association)).rejects.toMatchObject({
      code: 'TRAINING_NOT_FOUND',
      details: { id: wrong.id },
    });
    await expect(read()).rejects.toMatchObject({ code: 'DRIVER_NOT_FOUND' });
    expect(await standing()).toMatchObject({ skill: { withdrawal: null } });
    const { id } = await module.get(PlanTrainingSessionService).plan(admin, {
      title: '安全培训',
      place: '管理站',
      partnerAgency: '交警支队',
      startsAt: new Date('2026-11-24T02:00:00Z'),
      endsAt: new Date('2026-11-24T04:00:00Z'),
      capacity: 2,
    });
    await module.get(EnrolDriversService).enrol(own, id, [driverId]);

    await withdraw(wrong, association);

    expect(await read()).toMatchObject([{ id: wrong.id, withdrawal: WRONG }]);
  });
});
