import { secondsBetween } from '@tongyun/kernel';

const WINDOW_SEC = 60;
/** Above this many keys the finished windows are thrown away. */
const SWEEP_ABOVE = 10_000;

interface Window {
  readonly startedAt: Date;
  count: number;
}

/** Counts attempts by key in windows of a minute, in memory. */
export class AttemptCounter {
  private readonly windows = new Map<string, Window>();

  /**
   * Counts an attempt, or several that come as one.
   *
   * @returns seconds to wait when it is beyond `limit` a minute, otherwise 0
   */
  count(key: string, limit: number, now: Date, attempts = 1): number {
    if (this.windows.size > SWEEP_ABOVE) this.sweep(now);
    const known = this.windows.get(key);
    const window = known && !isOver(known, now) ? known : { startedAt: now, count: 0 };
    this.windows.set(key, window);
    window.count += attempts;
    if (window.count <= limit) return 0;
    return Math.ceil(WINDOW_SEC - secondsBetween(window.startedAt, now));
  }

  private sweep(now: Date): void {
    for (const [key, window] of this.windows) {
      if (isOver(window, now)) this.windows.delete(key);
    }
  }
}

const isOver = ({ startedAt }: Window, now: Date): boolean =>
  secondsBetween(startedAt, now) >= WINDOW_SEC;
