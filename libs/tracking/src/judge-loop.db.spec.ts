import { DrawZoneService } from '@tongyun/compliance';
import { SYSTEM_SCOPE, systemClock, type VehicleId } from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { buildWorks } from '../../../test/support/concrete-works.js';
import { drawnPath, drawnZone } from '../../../test/support/drawn-path.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeModule } from './judge.module.js';

const ZONE = '        ============================';
const COLUMN_M = 50;

describe('the judge of a process', () => {
  let database: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    database = await openTestDatabase();
    const imports = [RoutingModule.with({}), JudgeModule];
    module = await openTestModule(database, imports, systemClock);
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  async function waitForAlert(vehicleId: VehicleId, withinMs: number): Promise<unknown[]> {
    const until = Date.now() + withinMs;
    for (;;) {
      const told: unknown[] = await database.dataSource.query(
        `SELECT 1 FROM outbox_event WHERE name = 'alert.changed' AND ordering_key = $1`,
        [vehicleId],
      );
      if (told.length > 0 || Date.now() > until) return told;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('tells of an alert by itself, woken by the door that stored the fix', async () => {
    const works = await buildWorks(database.dataSource.manager);
    await module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      name: '主城区',
      kind: 'built_up',
      hours: [],
      binds: ['mixer'],
      crs: 'wgs84',
      area: drawnZone(ZONE, COLUMN_M),
      effectiveFrom: new Date('2026-01-01T00:00:00Z'),
      reason: 'drawn for the test',
    });
    const { id: vehicleId } = await works.addMixer();
    await database.dataSource.query(`DELETE FROM registration WHERE vehicle_id = $1`, [vehicleId]);
    // Of the running minute the judge, idle until now, already knows that it has no zone.
    const from = new Date(Date.now() - 600_000);
    const path = drawnPath(['  a       b   c  d'], { columnM: COLUMN_M, from });

    for (const { at, lng, lat } of path) {
      await module
        .get(FixDoor, { strict: false })
        .store([
          anIncomingFix({ vehicleId, at, receivedAt: new Date(), lngSent: lng, latSent: lat }),
        ]);
    }

    expect(await waitForAlert(vehicleId, 10_000)).toHaveLength(1);
  });
});
