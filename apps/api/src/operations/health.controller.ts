import { Public } from '@tongyun/accounts';
import { JudgeBacklog } from '@tongyun/tracking';
import { Controller, Get } from '@nestjs/common';
import {
  HealthCheck,
  HealthCheckService,
  HealthIndicatorService,
  TypeOrmHealthIndicator,
} from '@nestjs/terminus';

const DATABASE_WITHIN_MS = 3_000;

/** `live`: the process answers. `ready`: it can do its work. */
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly indicators: HealthIndicatorService,
    private readonly backlog: JudgeBacklog,
  ) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HealthCheck()
  ready() {
    return this.health.check([
      () => this.database.pingCheck('database', { timeout: DATABASE_WITHIN_MS }),
      () => this.judge(),
    ]);
  }

  /** Says how much is stored and unjudged; one that falls behind still takes everything in. */
  private async judge() {
    const session = this.indicators.check('judge');
    try {
      return session.up({ waiting: await this.backlog.count() });
    } catch {
      return session.down({ reason: 'the database does not answer' });
    }
  }
}
