import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Counter, Gauge, register } from 'prom-client';
import { JudgeBacklog } from './judge-backlog.service.js';
import type { StoredVerdict, VehicleOutcome } from './vehicle-outcome.js';

const NAME = { fixes: 'tracking_fixes_judged_total', waiting: 'tracking_fixes_waiting' } as const;

/** What Prometheus is told of the judge. */
@Injectable()
export class JudgeMetrics implements OnModuleInit {
  private readonly fixes = new Counter({
    name: NAME.fixes,
    help: 'Fixes judged, by verdict: ok, or what is odd about them',
    labelNames: ['verdict'],
    registers: [],
  });
  private readonly waiting: Gauge;

  constructor(backlog: JudgeBacklog) {
    this.waiting = new Gauge({
      name: NAME.waiting,
      help: 'Fixes stored and not judged yet',
      registers: [],
      async collect() {
        // Unknown while the database does not answer; all else is still told.
        this.set(await backlog.count().catch(() => Number.NaN));
      },
    });
  }

  /** Registers late: the process may clear the registry while its parts are made. */
  onModuleInit(): void {
    for (const name of Object.values(NAME)) register.removeSingleMetric(name);
    register.registerMetric(this.fixes);
    register.registerMetric(this.waiting);
  }

  /** Call it once what was judged is written. */
  countJudged(outcomes: readonly Pick<VehicleOutcome, 'fixes'>[]): void {
    const counts = new Map<StoredVerdict, number>();
    for (const { fixes } of outcomes) {
      for (const { verdict } of fixes) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    }
    for (const [verdict, count] of counts) this.fixes.inc({ verdict }, count);
  }
}
