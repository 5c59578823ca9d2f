import type { Refusal } from '@tongyun/contracts';
import { ApiRefusal } from '../api/api-refusal.js';
import { pageTexts } from '../i18n/texts-of-page.js';
import { refusalsZhCN } from '../i18n/texts/refusals.zh-CN.js';

type KnownCode = keyof typeof refusalsZhCN;
const isKnown = (code: string): code is KnownCode => Object.hasOwn(refusalsZhCN, code);

/** The refusal that an error carries; a fault of the page itself becomes `FAULT`. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof ApiRefusal
    ? error.refusal
    : { code: 'FAULT', message: error instanceof Error ? error.message : '', details: {} };

/** One sentence for a refusal in a language; a code without one falls back to the server's words, which are English. */
export function refusalSentence({ code, message }: Refusal, language: string): string {
  if (isKnown(code)) return pageTexts.t(`refusal.${code}`, { lng: language, ns: 'shared' });
  const other = pageTexts.t('refusal.OTHER', { lng: language, ns: 'shared' });
  return message === '' || language !== 'en' ? other : `${other}: ${message}`;
}
