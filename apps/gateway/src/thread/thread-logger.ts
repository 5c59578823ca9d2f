import type { LoggerService, LogLevel } from '@nestjs/common';
import type { ThreadNews } from './thread-messages.js';

/** Hands each line to the process's own log, which knows how it is written and what is left out. */
export class ThreadLogger implements LoggerService {
  constructor(private readonly tell: (news: ThreadNews) => void) {}

  log(...words: unknown[]): void {
    this.say('log', words);
  }

  error(...words: unknown[]): void {
    this.say('error', words);
  }

  warn(...words: unknown[]): void {
    this.say('warn', words);
  }

  debug(...words: unknown[]): void {
    this.say('debug', words);
  }

  verbose(...words: unknown[]): void {
    this.say('verbose', words);
  }

  fatal(...words: unknown[]): void {
    this.say('fatal', words);
  }

  private say(level: LogLevel, words: readonly unknown[]): void {
    this.tell({ kind: 'log', level, words: words.map(asSent) });
  }
}

/** An error of the database carries what cannot be sent to another thread. */
const asSent = (word: unknown): unknown =>
  word instanceof Error ? (word.stack ?? String(word)) : word;
