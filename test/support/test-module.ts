import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK, type Clock } from '@tongyun/kernel';
import { FILES_FOLDER, PlatformModule, SettingsModule, TIME_ZONE } from '@tongyun/platform';
import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import type { TestDatabase } from './test-database.js';

export interface TestModuleOptions {
  /** Whether events go on to their listeners by themselves; no, unless told otherwise. */
  readonly relaysEvents?: boolean;
}

/** The modules of some slices on a test's own database, wired as an app would; close it after use. */
export async function openTestModule(
  database: TestDatabase,
  imports: NonNullable<ModuleMetadata['imports']>,
  clock: Clock,
  { relaysEvents = false }: TestModuleOptions = {},
): Promise<TestingModule> {
  const module = await Test.createTestingModule({
    imports: [
      PlatformModule.on(database.url, { relaysEvents }),
      SettingsModule.with([
        { provide: TIME_ZONE, useValue: 'Asia/Shanghai' },
        { provide: FILES_FOLDER, useValue: join(tmpdir(), 'tongyun-test-files') },
      ]),
      ...imports,
    ],
  })
    .overrideProvider(CLOCK)
    .useValue(clock)
    .compile();
  return module.init();
}
