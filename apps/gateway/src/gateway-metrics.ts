import type { BadFrameCode, LocationFault } from '@tongyun/jt808';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Counter, Gauge, register } from 'prom-client';
import { ResultCounter } from './result-counter.js';

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

/** Name and meaning of each metric. */
export const GATEWAY_METRICS = {
  frames: {
    name: 'jt808_frames_total',
    help: 'Frames received, by what became of them',
    labelNames: ['result'],
  },
  fixes: {
    name: 'jt808_fixes_total',
    help: 'Positions received from terminals, by what became of them',
    labelNames: ['result'],
  },
  connections: { name: 'jt808_connections', help: 'Terminals connected now', labelNames: [] },
  turnedAway: {
    name: 'jt808_connections_turned_away_total',
    help: 'Connections beyond the limit',
    labelNames: [],
  },
  replaced: {
    name: 'jt808_connections_replaced_total',
    help: 'Connections whose terminal came by another one',
    labelNames: [],
  },
} as const;

/** What Prometheus is told of the gateway. */
@Injectable()
export class GatewayMetrics implements OnModuleInit {
  private readonly frames = new ResultCounter<FrameResult>(GATEWAY_METRICS.frames);
  private readonly fixes = new ResultCounter<FixResult>(GATEWAY_METRICS.fixes);
  private readonly connections = new Gauge({ ...GATEWAY_METRICS.connections, registers: [] });
  private readonly turnedAway = new Counter({ ...GATEWAY_METRICS.turnedAway, registers: [] });
  private readonly replaced = new Counter({ ...GATEWAY_METRICS.replaced, registers: [] });

  /** Registers late: the process may clear the registry while its parts are made. */
  onModuleInit(): void {
    for (const { name } of Object.values(GATEWAY_METRICS)) register.removeSingleMetric(name);
    const { frames, fixes, turnedAway, replaced } = this;
    for (const metric of [frames.metric, fixes.metric, turnedAway, replaced]) {
      register.registerMetric(metric);
    }
    register.registerMetric(this.connections);
  }

  countFrame(result: FrameResult, times = 1): void {
    this.frames.add(result, times);
  }

  countFixes(result: FixResult, times: number): void {
    if (times > 0) this.fixes.add(result, times);
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
