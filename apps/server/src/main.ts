import 'reflect-metadata';
import { DomainError } from '@tongyun/kernel';
import { readServerConfig } from './config.js';
import { greetingOf } from './greeting.js';
import { auditVerify } from './audit-verify.js';
import { judgeAgain } from './judge-again.js';
import { moveData } from './move-data.js';
import { startServer } from './start-server.js';

function fail(error: unknown): never {
  const isSaid = error instanceof DomainError || String(error).includes('Wrong settings');
  console.error(isSaid ? (error as Error).message : error);
  process.exit(1);
}

try {
  const config = readServerConfig(process.env);
  const [command, ...args] = process.argv.slice(2);
  if (command === 'judge-again') {
    await judgeAgain(config, args, fail);
    process.exit(0);
  }
  if (command === 'audit-verify') {
    const isWhole = await auditVerify(config, args, fail);
    process.exit(isWhole ? 0 : 1);
  }
  if (command === 'move-data') {
    await moveData(config, fail);
    process.exit(0);
  }
  const server = await startServer(config, fail);
  for (const line of greetingOf(server, config)) console.log(line);

  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      server.close().then(() => process.exit(0), fail);
    });
  }
} catch (error) {
  fail(error);
}
