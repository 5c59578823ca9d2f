import type { BadFrameCode, LocationFault } from '@tongyun/jt808';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Counter, Gauge, register } from 'prom-client';

/** What became of a frame; a bad one is counted by its code. */
export type FrameResult =
  | BadFrameCode
  | 'answered'
  | 'unsupported'
  | 'part'
  | 'refused'
  | 'not_authenticated'
  | 'not_answered';

/** What became of a fix. */
export type FixResult = LocationFault | 'stored' | 'not_stored';

const NAME = {
  frames: 'jt808_frames_total',
  fixes: 'jt808_fixes_total',
  connections: 'jt808_connections',
  turnedAway: 'jt808_connections_turned_away_total',
  replaced: 'jt808_connections_replaced_total',
} as const;

/** What Prometheus is told of the gateway. */
@Injectable()
export class GatewayMetrics implements OnModuleInit {
  private readonly frames = new Counter({
    name: NAME.frames,
    help: 'Frames received, by what became of them',
    labelNames: ['result'],
    registers: [],
  });
  private readonly fixes = new Counter({
    name: NAME.fixes,
    help: 'Positions received from terminals, by what became of them',
    labelNames: ['result'],
    registers: [],
  });
  private readonly connections = new Gauge({
    name: NAME.connections,
    help: 'Terminals connected now',
    registers: [],
  });
  private readonly turnedAway = new Counter({
    name: NAME.turnedAway,
    help: 'Connections beyond the limit',
    registers: [],
  });

  private readonly replaced = new Counter({
    name: NAME.replaced,
    help: 'Connections whose terminal came by another one',
    registers: [],
  });

  /** Registers late: the process may clear the registry while its parts are made. */
  onModuleInit(): void {
    for (const name of Object.values(NAME)) register.removeSingleMetric(name);
    for (const metric of [this.frames, this.fixes, this.turnedAway, this.replaced]) {
      register.registerMetric(metric);
    }
    register.registerMetric(this.connections);
  }

  countFrame(result: FrameResult, times = 1): void {
    this.frames.inc({ result }, times);
  }

  countFixes(result: FixResult, times: number): void {
    if (times > 0) this.fixes.inc({ result }, times);
  }

  setConnections(count: number): void {
    this.connections.set(count);
  }

  countReplaced(): void {
    this.replaced.inc();
  }

  countTurnedAway(): void {
    this.turnedAway.inc();
  }
}
