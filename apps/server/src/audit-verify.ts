import { parseArgs } from 'node:util';
import { type KnownHead, VerifyingModule, VerifyRecordsService } from '@tongyun/audit';
import { PlatformModule } from '@tongyun/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { ServerConfig } from './config.js';
import { openDatabase } from './open-database.js';

const USAGE = 'npm run -s audit:verify [-- --head SEQUENCE:HASH …]';
const HEAD = /^(\d{1,15}):([0-9a-f]{64})$/;

/**
 * Prints what of the record is not as it was sealed, a line of JSON for each finding and one for the
 * sum. Nothing is written.
 *
 * @returns whether everything is as it was sealed
 */
export async function auditVerify(
  config: ServerConfig,
  args: readonly string[],
  onFault: (error: Error) => void,
): Promise<boolean> {
  const known = readHeads(args);
  const database = await openDatabase(config, onFault, true);
  try {
    const app = await NestFactory.createApplicationContext(moduleOn(database.url), {
      logger: false,
    });
    try {
      const verdict = await app
        .get(VerifyRecordsService, { strict: false })
        .verify((finding) => console.log(JSON.stringify(finding)), known);
      console.log(JSON.stringify(verdict));
      return verdict.findingCount === 0;
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}

function readHeads(args: readonly string[]): KnownHead[] {
  const { values } = parseArgs({
    args: [...args],
    options: { head: { type: 'string', multiple: true } },
  });
  return (values.head ?? []).map((text) => {
    const [, sequence, hash] = HEAD.exec(text) ?? [];
    if (sequence === undefined || hash === undefined) {
      throw new Error(`Wrong settings:\nnot SEQUENCE:HASH: ${text}\n${USAGE}`);
    }
    return { sequence: Number(sequence), hash };
  });
}

/** The chain and what it holds, without what writes to it. */
function moduleOn(url: string) {
  @Module({ imports: [PlatformModule.on(url, { relaysEvents: false }), VerifyingModule] })
  class AuditVerifyModule {}
  return AuditVerifyModule;
}
