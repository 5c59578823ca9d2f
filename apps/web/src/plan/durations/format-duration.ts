import type { DurationKind } from '@tongyun/contracts';
import type { TFunction } from 'i18next';

/** A duration with the unit of its kind. */
export const formatDuration = (t: TFunction<'plan'>, kind: DurationKind, value: number): string =>
  t(`durations.value.${kind}`, { value: Math.round(value * 100) / 100 });
