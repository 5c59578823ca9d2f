import { Worker } from 'node:worker_threads';
import { JudgeWake, StoredFixes } from '@tongyun/tracking';
import {
  Inject,
  Injectable,
  Logger,
  type LogLevel,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { TerminalDoor } from '../terminal-door.js';
import { showFigures } from './figures.js';
import type { Figures, ThreadNews, ThreadOrder, ThreadSettings } from './thread-messages.js';

export interface GatewayThreadSettings extends ThreadSettings {
  /** The thread died; nobody listens to terminals any more. */
  readonly onFault: (error: Error) => void;
}
export const GATEWAY_THREAD_SETTINGS = Symbol('GatewayThreadSettings');

/** The young generation of the thread's heap: what waits to be stored need not be moved out of it. */
const YOUNG_MB = 192;

/**
 * The gateway in a thread of its own, beside that of the api and the judge: sockets, frames and rows
 * there, verdicts here. What it stores it hands over in memory, as a door of this thread would.
 */
@Injectable()
export class GatewayThread implements TerminalDoor, OnApplicationBootstrap, OnApplicationShutdown {
  private worker: Worker | undefined;
  private listening = 0;
  /** Who waits for the figures that are on their way. */
  private asked: Promise<Figures> | undefined;

  constructor(
    @Inject(GATEWAY_THREAD_SETTINGS) private readonly settings: GatewayThreadSettings,
    private readonly storedFixes: StoredFixes,
    private readonly judgeWake: JudgeWake,
  ) {}

  get port(): number {
    return this.listening;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { databaseUrl, gateway, onFault } = this.settings;
    const worker = new Worker(new URL('./gateway.worker.ts', import.meta.url), {
      workerData: { databaseUrl, gateway } satisfies ThreadSettings,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.worker = worker;
    worker.once('exit', () => (this.worker = undefined));
    worker.on('message', (news: ThreadNews) => this.hear(news));
    ({ port: this.listening } = await nextNews(worker, 'listening'));
    worker.on('error', onFault);
    showFigures(() => this.figures(worker));
  }

  /** It takes nothing new, stores and answers what was received, and ends. */
  async onApplicationShutdown(): Promise<void> {
    const { worker } = this;
    if (worker === undefined) return; // it never came up, or has died: whoever waits is told
    worker.postMessage({ kind: 'close' } satisfies ThreadOrder);
    await new Promise((resolve) => worker.once('exit', resolve));
  }

  private hear(news: ThreadNews): void {
    switch (news.kind) {
      case 'fixes':
        this.storedFixes.take(news.groups);
        break;
      case 'wake':
        this.judgeWake.wake();
        break;
      case 'log':
        say(news.level, news.words);
        break;
      default:
        break; // an answer, for whoever asked
    }
  }

  private figures(worker: Worker): Promise<Figures> {
    this.asked ??= ask(worker, { kind: 'tell_metrics' }, 'metrics')
      .then(({ figures }) => figures)
      .finally(() => (this.asked = undefined));
    return this.asked;
  }
}

/** Into the process's log, under the name of whoever said it. */
function say(level: LogLevel, [message, ...others]: readonly unknown[]): void {
  Logger[level](message, ...others);
}

async function ask<Kind extends ThreadNews['kind']>(
  worker: Worker,
  order: ThreadOrder,
  kind: Kind,
): Promise<Extract<ThreadNews, { kind: Kind }>> {
  const answer = nextNews(worker, kind);
  worker.postMessage(order);
  return answer;
}

/** The next news of a kind; rejects when the thread ends before. */
function nextNews<Kind extends ThreadNews['kind']>(
  worker: Worker,
  kind: Kind,
): Promise<Extract<ThreadNews, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const hear = (news: ThreadNews): void => {
      if (news.kind !== kind) return;
      forget();
      resolve(news as Extract<ThreadNews, { kind: Kind }>);
    };
    const fail = (error: Error): void => {
      forget();
      reject(error);
    };
    const end = (): void => fail(new Error("The gateway's thread ended"));
    const forget = (): void => {
      worker.off('message', hear);
      worker.off('error', fail);
      worker.off('exit', end);
    };
    worker.on('message', hear);
    worker.on('error', fail);
    worker.on('exit', end);
  });
}
