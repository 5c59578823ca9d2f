import { ComplianceModule } from '@tongyun/compliance';
import { DeliveriesModule } from '@tongyun/deliveries';
import { FleetModule } from '@tongyun/fleet';
import { addMinutes, newId } from '@tongyun/kernel';
import { SettingsModule } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { DropGivenUpFilesService } from './drop-given-up-files.service.js';
import { INTAKE_SETTINGS } from './files/table-reader.js';
import { IntakeModule } from './intake.module.js';

const WEEK_MIN = 7 * 1_440;

describe('files of rows that nobody imports', () => {
  let database: TestDatabase;
  let module: TestingModule;
  const now = new Date('2026-11-23T02:00:00Z');

  beforeAll(async () => {
    database = await openTestDatabase();
    const settings = SettingsModule.with([{ provide: INTAKE_SETTINGS, useValue: { threads: 0 } }]);
    module = await openTestModule(
      database,
      [
        settings,
        RoutingModule.with({}),
        FleetModule,
        ComplianceModule,
        DeliveriesModule,
        IntakeModule,
      ],
      { now: () => now },
    );
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  it('go with their rows after a week, though no other file is handed in', async () => {
    const taken = async (minAgo: number, state: 'taken' | 'imported') => {
      const id = newId<string>();
      const rows = state === 'taken' ? '[{"rowNo":2,"cells":{"name":"张三"}}]' : null;
      await database.dataSource.query(
        `INSERT INTO import_file (id, kind, file_name, sha256, row_count, rows, state, taken_by, taken_at)
         VALUES ($1, 'drivers', 'x.csv', 'x', 1, $2, $3, $1, $4)`,
        [id, rows, state, addMinutes(now, -minAgo)],
      );
      return id;
    };
    await taken(WEEK_MIN + 1, 'taken');
    const young = await taken(WEEK_MIN - 1, 'taken');
    const imported = await taken(WEEK_MIN + 1, 'imported');

    await module.get(DropGivenUpFilesService, { strict: false }).drop();

    const left: { id: string }[] = await database.dataSource.query(`SELECT id FROM import_file`);
    expect(left.map(({ id }) => id).toSorted()).toEqual([young, imported].toSorted());
  });
});
