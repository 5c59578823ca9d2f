import type { PumpStage } from '@tongyun/contracts';
import { distanceM, type Wgs84 } from '@tongyun/geo';
import type { Truck } from './truck.js';

interface PumpJob {
  readonly id: string;
  readonly site: Wgs84;
  readonly untilMs: number;
}

/** What an operator calls in: fences tell the rest, that it left, came and went. */
export interface PumpWord {
  readonly jobId: string;
  readonly stage: Extract<PumpStage, 'ready' | 'pumping'>;
}

/** How long it takes to set up, and from then until concrete goes through it, in the city's time. */
export interface PumpDwells {
  readonly setUpSec: number;
  readonly primeSec: number;
}

const AT_SITE_WITHIN_M = 150;
const MS_PER_SEC = 1_000;

/** A pump and its operator: goes to the site of its next job, stays to the end, comes home. */
export class Pump {
  private jobs: PumpJob[] = [];
  /** The job that it stands for, since when, and what was said of it last. */
  private standing: { jobId: string; sinceMs: number; said: PumpWord['stage'] | null } | null =
    null;

  constructor(
    readonly truck: Truck,
    private readonly yard: Wgs84,
    private readonly dwells: PumpDwells,
  ) {}

  take(job: PumpJob): void {
    this.jobs = [...this.jobs, job].toSorted((one, other) => one.untilMs - other.untilMs);
  }

  /** @returns what its operator calls in now; null: nothing */
  tick(nowMs: number): PumpWord | null {
    this.jobs = this.jobs.filter(({ untilMs }) => untilMs > nowMs);
    const [job] = this.jobs;
    this.truck.driveTo(job?.site ?? this.yard);
    if (!job || distanceM(this.truck.at, job.site) > AT_SITE_WITHIN_M) {
      this.standing = null;
      return null;
    }
    if (this.standing?.jobId !== job.id) {
      this.standing = { jobId: job.id, sinceMs: nowMs, said: null };
    }
    return this.say(this.standing, (nowMs - this.standing.sinceMs) / MS_PER_SEC);
  }

  private say(
    standing: { jobId: string; said: PumpWord['stage'] | null },
    stoodSec: number,
  ): PumpWord | null {
    const { setUpSec, primeSec } = this.dwells;
    if (standing.said === null && stoodSec >= setUpSec) standing.said = 'ready';
    else if (standing.said === 'ready' && stoodSec >= setUpSec + primeSec)
      standing.said = 'pumping';
    else return null;
    return { jobId: standing.jobId, stage: standing.said };
  }
}
