import type { Wgs84 } from '@tongyun/geo';
import type { Truck } from './truck.js';

interface PumpJob {
  readonly site: Wgs84;
  readonly untilMs: number;
}

/** A pump and its operator: goes to the site of its next job, stays to the end, comes home. */
export class Pump {
  private jobs: PumpJob[] = [];

  constructor(
    readonly truck: Truck,
    private readonly yard: Wgs84,
  ) {}

  take(job: PumpJob): void {
    this.jobs = [...this.jobs, job].toSorted((one, other) => one.untilMs - other.untilMs);
  }

  tick(nowMs: number): void {
    this.jobs = this.jobs.filter(({ untilMs }) => untilMs > nowMs);
    this.truck.driveTo(this.jobs[0]?.site ?? this.yard);
  }
}
