import type { PackedFixes } from '@tongyun/tracking';
import type { LogLevel } from '@nestjs/common';
import type { GatewaySettings } from '../gateway.settings.js';

/** What the gateway's thread starts on. */
export interface ThreadSettings {
  readonly databaseUrl: string;
  readonly gateway: GatewaySettings;
}

/** What the thread is asked for. */
export type ThreadOrder = { readonly kind: 'tell_metrics' } | { readonly kind: 'close' };

/** A figure of a metric; `result` where the metric tells several apart. */
export interface Figure {
  readonly result: string | null;
  readonly value: number;
}

/** The figures of each metric, by its name. */
export type Figures = Readonly<Record<string, readonly Figure[]>>;

/** What the thread tells. */
export type ThreadNews =
  | { readonly kind: 'listening'; readonly port: number }
  /** About to be committed; the judge may need them any moment. */
  | { readonly kind: 'fixes'; readonly groups: readonly PackedFixes[] }
  /** Something waits for the judge. */
  | { readonly kind: 'wake' }
  | { readonly kind: 'metrics'; readonly figures: Figures }
  | { readonly kind: 'log'; readonly level: LogLevel; readonly words: readonly unknown[] };
