import { randomInt } from 'node:crypto';
import { CreateVehicleService } from '@tongyun/fleet';
import type { VehicleId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { aMixer } from '../../../test/support/a-mixer.js';
import { askForRegistrationAlone } from '../../../test/support/ask-for-registration-alone.js';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ComplianceModule } from './compliance.module.js';
import { DecideRegistrationService } from './decide-registration.service.js';
import { IssuePassService } from './issue-pass.service.js';

const now = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');
const PROVINCES = ['浙', '苏', '皖', '沪', '赣', '闽'];

describe('numbers of documents', () => {
  let database: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [ComplianceModule], { now: () => now });
    await askForRegistrationAlone(module, now);
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const decide = (vehicleId: VehicleId, state: 'submitted' | 'district_reviewed' | 'registered') =>
    module
      .get(DecideRegistrationService)
      .decide(admin, vehicleId, { state, reason: 'as the papers say' }, '*');
  const issue = (vehicleId: VehicleId) =>
    module.get(IssuePassService).issue(admin, {
      vehicleId,
      zoneIds: [],
      roads: [],
      hours: [],
      validFrom: new Date('2026-11-01T00:00:00Z'),
      validTo: new Date('2026-12-01T00:00:00Z'),
      reason: 'registered, terminal joined',
    });

  it('differ for vehicles whose plates differ by their province only, all decided at once', async () => {
    const mark = `A${randomInt(10_000, 99_999)}`;
    const vehicleIds: VehicleId[] = [];
    for (const province of PROVINCES) {
      const request = aMixer({ plateNo: `${province}${mark}` });
      vehicleIds.push((await module.get(CreateVehicleService).create(admin, request)).id);
    }
    for (const id of vehicleIds) {
      await decide(id, 'submitted');
      await decide(id, 'district_reviewed');
    }
    const expected = PROVINCES.map((_, index) => `202611${mark}00${index + 1}`);

    const registered = await Promise.all(vehicleIds.map((id) => decide(id, 'registered')));
    const passes = await Promise.all(vehicleIds.map((id) => issue(id)));

    expect(registered.map(({ registrationNo }) => registrationNo).toSorted()).toEqual(expected);
    expect(passes.map(({ passNo }) => passNo).toSorted()).toEqual(expected);
  });
});
