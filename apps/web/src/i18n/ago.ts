import type { Language } from './language.js';

const MIN_MS = 60_000;
const UNITS = [
  { unit: 'day', ms: 1_440 * MIN_MS },
  { unit: 'hour', ms: 60 * MIN_MS },
] as const;

/** `3 days ago`, `3天前`: in the largest unit of which a whole one has gone, from minutes to days. */
export function formatAgo(at: string, now: Date, language: Language): string {
  const goneMs = Math.max(0, now.getTime() - Date.parse(at));
  const { unit, ms } = UNITS.find((one) => goneMs >= one.ms) ?? { unit: 'minute', ms: MIN_MS };
  return new Intl.RelativeTimeFormat(language).format(-Math.floor(goneMs / ms), unit);
}
