/** How the gateway listens and batches. */
export interface GatewaySettings {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly maxConnections: number;
  /** A connection that sends nothing for so long is closed; heartbeats come every minute or so. */
  readonly idleTimeoutSec: number;
  /** Fixes wait at most so long for others to be stored with. */
  readonly batchWithinMs: number;
  /** Fixes stored in one transaction at most. */
  readonly maxBatch: number;
  /** How often it is looked for what terminals are to be told, and raw logs are written. */
  readonly tellEveryMs: number;
}

export const GATEWAY_SETTINGS = Symbol('GatewaySettings');

export const DEFAULT_GATEWAY_SETTINGS: GatewaySettings = {
  host: '0.0.0.0',
  port: 7611,
  maxConnections: 5_000,
  idleTimeoutSec: 300,
  batchWithinMs: 100,
  maxBatch: 10_000,
  tellEveryMs: 1_000,
};
