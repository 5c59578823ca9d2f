import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Counter, register } from 'prom-client';

const NAME = 'phone_reports_total';

/** What Prometheus is told of phones that report by a key. */
@Injectable()
export class PhoneMetrics implements OnModuleInit {
  private readonly reports = new Counter({
    name: NAME,
    help: 'Positions received from phones by their key, by what became of them',
    labelNames: ['result'],
    registers: [],
  });

  /** Registers late: the process may clear the registry while its parts are made. */
  onModuleInit(): void {
    register.removeSingleMetric(NAME);
    register.registerMetric(this.reports);
  }

  /** @param result `stored`, `duplicate`, `not_stored`, or the code of a refusal */
  count(result: string): void {
    this.reports.inc({ result });
  }
}
