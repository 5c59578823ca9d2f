import { Public } from '@tongyun/accounts';
import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, register } from 'prom-client';

/** What Prometheus collects. */
@Public()
@Controller('metrics')
export class MetricsController {
  constructor() {
    register.clear();
    collectDefaultMetrics({ register });
  }

  @Get()
  @Header('Content-Type', register.contentType)
  read(): Promise<string> {
    return register.metrics();
  }
}
