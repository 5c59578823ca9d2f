import { DRIVER_DIRECTORY, ENTERPRISE_DIRECTORY, SESSION_SETTINGS } from '@tongyun/accounts';
import { DayPlansModule, SOLVER_SETTINGS } from '@tongyun/dispatch';
import type { Clock } from '@tongyun/kernel';
import { SettingsModule } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import type { TestDatabase } from './test-database.js';
import { openTestModule, type TestModuleOptions } from './test-module.js';

/** The plans of days with all that they stand on; searches run in the spec's own thread. */
export function openDayPlans(
  database: TestDatabase,
  clock: Clock,
  options?: TestModuleOptions,
): Promise<TestingModule> {
  const directory = { get: () => Promise.resolve(null) };
  const settings = [
    { provide: SOLVER_SETTINGS, useValue: { threads: 0 } },
    {
      provide: SESSION_SETTINGS,
      useValue: { accessTokenMin: 10, refreshDays: 7, deviceDays: 30 },
    },
    { provide: DRIVER_DIRECTORY, useValue: directory },
    { provide: ENTERPRISE_DIRECTORY, useValue: directory },
  ];
  return openTestModule(
    database,
    [SettingsModule.with(settings), RoutingModule.with({}), DayPlansModule],
    clock,
    options,
  );
}
