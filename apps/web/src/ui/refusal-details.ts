import type { Refusal } from '@tongyun/contracts';
import { formatDateTime } from '../i18n/time.js';

export interface RefusalDetail {
  readonly name: string;
  readonly value: string;
}

const ROW_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** What was compared, as a person reads it: no row's id, which says nothing to him, and times as on his clock. */
export const readableDetails = (details: Refusal['details']): readonly RefusalDetail[] =>
  Object.entries(details).flatMap(([name, value]) => {
    if (!isPlain(value)) return [];
    const text = String(value);
    if (ROW_ID.test(text)) return [];
    return [{ name, value: INSTANT.test(text) ? formatDateTime(text) : text }];
  });
