import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { ApiConfig } from './config.js';

const BY_WEIGHT: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug'];

/** One JSON object a line, of the asked level and everything graver. */
export const logLines = ({ LOG_LEVEL }: Pick<ApiConfig, 'LOG_LEVEL'>): ConsoleLogger =>
  new ConsoleLogger({
    json: true,
    logLevels: BY_WEIGHT.slice(0, BY_WEIGHT.indexOf(LOG_LEVEL) + 1),
  });
