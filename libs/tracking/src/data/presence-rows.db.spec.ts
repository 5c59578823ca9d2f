import { addMinutes } from '@tongyun/kernel';
import { addRenamedZone } from '../../../../test/support/renamed-zone.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { PresenceRows } from './presence-rows.js';

const now = new Date('2026-11-23T02:00:00Z');

describe('the names of where a vehicle is', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  it('are those that zones have now, and none that is planned', async () => {
    const { manager } = database.dataSource;
    const zoneId = await addRenamedZone(manager, [
      { name: '一期', effectiveFrom: addMinutes(now, -60) },
      { name: '三期', effectiveFrom: addMinutes(now, 60) },
      { name: '二期', effectiveFrom: now },
    ]);
    const nameAt = async (at: Date) =>
      (await new PresenceRows().namesOf(manager, [zoneId], at)).get(`zone:${zoneId}`);

    expect(await nameAt(addMinutes(now, -1))).toBe('一期');
    expect(await nameAt(now)).toBe('二期');
    expect(await nameAt(addMinutes(now, 60))).toBe('三期');
  });
});
