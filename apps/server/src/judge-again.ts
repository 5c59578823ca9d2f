import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { PlatformModule, SettingsModule, TIME_ZONE } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import {
  JudgeAgain,
  JudgingModule,
  type JudgingSpan,
  readTriedRules,
  type TriedRules,
} from '@tongyun/tracking';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import type { ServerConfig } from './config.js';
import { openDatabase } from './open-database.js';

export const USAGE = `npm run judge-again -- --from TIME --to TIME --rules FILE.json
The file is an object of keys and values of policy, such as {"alerts.overspeed.limit_kph": 60}, and may have
"zones" and "supplyRanges", lists of what POST /api/v1/zones and POST /api/v1/plants/{id}/ranges take, without
effectiveFrom and reason, with the zoneId or plantId in them; a zone without one is new. Each holds for all of the span.
Passes and registrations stay those of the time.`;

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  rules: { type: 'string' },
} as const;

const asked = z
  .object({ from: z.coerce.date(), to: z.coerce.date(), rules: z.string().min(1) })
  .refine(({ from, to }) => from < to, 'the span ends before it begins');

/**
 * Prints what other rules would have raised on the fixes of a span, a line of JSON for each alert and
 * one for the sum. Nothing is written.
 */
export async function judgeAgain(
  config: ServerConfig,
  args: readonly string[],
  onFault: (error: Error) => void,
): Promise<void> {
  const read = asked.safeParse(parseArgs({ args: [...args], options: OPTIONS }).values);
  if (!read.success) throw new Error(`Wrong settings:\n${z.prettifyError(read.error)}\n${USAGE}`);
  const tried = readTriedRules(JSON.parse(await readFile(read.data.rules, 'utf8')));
  if (!tried.ok) throw new Error(`Wrong settings:\n${tried.faults.join('\n')}\n${USAGE}`);
  const database = await openDatabase(config, onFault, true);
  try {
    await judgeAll(config, database.url, read.data, tried.rules);
  } finally {
    await database.close();
  }
}

async function judgeAll(
  config: ServerConfig,
  url: string,
  span: JudgingSpan,
  rules: TriedRules,
): Promise<void> {
  const app = await NestFactory.createApplicationContext(moduleOn(config, url), { logger: false });
  try {
    const judge = app.get(JudgeAgain, { strict: false });
    const trial = await judge.prepare(rules);
    const sum = { vehicles: 0, fixes: 0, raised: 0, onlyNow: 0, notRaised: 0 };
    for (const vehicleId of await judge.vehiclesOf(span)) {
      const { fixes, raised, notRaised } = await judge.judge(vehicleId, span, trial);
      for (const { opened, wasRaised } of raised) {
        const { code, level, subjectKind, subjectId, value, limitValue, unit, startedAtMs } =
          opened;
        const startedAt = new Date(startedAtMs).toISOString();
        const shown = {
          vehicleId,
          code,
          level,
          startedAt,
          subjectKind,
          subjectId,
          value,
          limitValue,
        };
        console.log(JSON.stringify({ ...shown, unit, wasRaised }));
      }
      for (const gone of notRaised) {
        console.log(JSON.stringify({ vehicleId, ...gone, isRaised: false }));
      }
      sum.vehicles += 1;
      sum.fixes += fixes;
      sum.raised += raised.length;
      sum.onlyNow += raised.filter(({ wasRaised }) => !wasRaised).length;
      sum.notRaised += notRaised.length;
    }
    console.log(JSON.stringify(sum));
  } finally {
    await app.close();
  }
}

/** The steps and what they ask, without a judge that acts, a door or a relay. */
function moduleOn(config: ServerConfig, url: string) {
  @Module({
    imports: [
      PlatformModule.on(url, { relaysEvents: false }),
      SettingsModule.with([{ provide: TIME_ZONE, useValue: config.TIME_ZONE }]),
      RoutingModule.with({}),
      JudgingModule,
    ],
  })
  class JudgeAgainModule {}
  return JudgeAgainModule;
}
