import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';

/** Shares of a span, in percent of it. */
export interface MainThreadShares {
  /** In tasks, waiting for a processor in the midst of one included. */
  readonly busyPct: number;
  /** On a processor. */
  readonly cpuPct: number;
  readonly scriptPct: number;
  readonly layoutAndStylePct: number;
}

/** What a page's main thread does for a while, as the browser itself counts it. */
export async function watchMainThread(cdp: CDPSession, seconds: number): Promise<MainThreadShares> {
  await cdp.send('Performance.enable', { timeDomain: 'timeTicks' });
  const before = await readMetrics(cdp);
  await wait(seconds * 1_000);
  const after = await readMetrics(cdp);
  await cdp.send('Performance.disable');
  const spanSec = spent(before, after, 'Timestamp');
  const shareOf = (...names: string[]): number => {
    const sec = names.reduce((sum, name) => sum + spent(before, after, name), 0);
    return Math.round((sec / spanSec) * 1_000) / 10;
  };
  return {
    busyPct: shareOf('TaskDuration'),
    cpuPct: shareOf('ThreadTime'),
    scriptPct: shareOf('ScriptDuration'),
    layoutAndStylePct: shareOf('LayoutDuration', 'RecalcStyleDuration'),
  };
}

type Metrics = ReadonlyMap<string, number>;

async function readMetrics(cdp: CDPSession): Promise<Metrics> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

function spent(before: Metrics, after: Metrics, name: string): number {
  const [from, to] = [before.get(name), after.get(name)];
  if (from === undefined || to === undefined) throw new Error(`the browser counts no ${name}`);
  return to - from;
}
