import { dailyHours, type Refusal } from '@tongyun/contracts';
import { z } from 'zod';
import { formatHours } from '../i18n/hours.js';
import type { Language } from '../i18n/language.js';
import { formatDateTime } from '../i18n/time.js';
import { DETAIL_FORMS, type DetailForm, isDetailName, type ShownDetail } from './detail-forms.js';
import { TEXTS, wordsOf } from './detail-words.js';

export interface RefusalDetail {
  /** In words of the reader's language. */
  readonly name: string;
  readonly value: string;
}

type ToldForm = Exclude<DetailForm, 'hidden'>;

/** What a value is told by: whose refusal, of which name, to whom. */
interface Asked {
  readonly code: string;
  readonly name: string;
  readonly language: Language;
}

const ROW_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** As PostGIS ends what it says of a shape: `Self-intersection[120.15 30.25]`. */
const CROSSING = /\[([\d.]+) ([\d.]+)\]$/;
const BYTES_IN_MB = 1024 * 1024;

const pairOfWords = z.union([
  z.object({ zh: z.string(), en: z.string() }).transform(({ zh, en }) => ({ 'zh-CN': zh, en })),
  z.object({ 'zh-CN': z.string(), en: z.string() }),
  z
    .object({ sentence: z.object({ 'zh-CN': z.string(), en: z.string() }) })
    .transform(({ sentence }) => sentence),
]);
const record = z.record(z.string(), z.unknown());

/** What was compared, in the words of a language; what has no words in it is left out. */
export const readableDetails = (
  { code, details }: Pick<Refusal, 'code' | 'details'>,
  language: Language,
): readonly RefusalDetail[] =>
  Object.entries(details).flatMap(([name, value]) => {
    if (!isDetailName(name)) return [];
    const form = DETAIL_FORMS[name];
    if (form === 'hidden') return [];
    const told = tell(form, value, { code, name, language });
    return told === null || told === ''
      ? []
      : [{ name: TEXTS[language].refusalDetail.name[name as ShownDetail], value: told }];
  });

/** One value, or several behind each other; null where it says nothing to a person. */
function tell(form: ToldForm, value: unknown, asked: Asked): string | null {
  const { language } = asked;
  if (form === 'daily_hours') {
    const hours = z.array(dailyHours).safeParse(value);
    return hours.success ? formatHours(hours.data, language) : null;
  }
  if (form === 'fields') return tellFields(value, asked);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const told = values.map((one) => tellOne(form, one, asked)).filter((one) => one !== null);
  const { and, semicolon } = TEXTS[language].mark;
  return [...new Set(told)].join(form === 'bilingual' || form === 'parts' ? semicolon : and);
}

function tellOne(
  form: Exclude<ToldForm, 'daily_hours' | 'fields'>,
  value: unknown,
  asked: Asked,
): string | null {
  const { code, language } = asked;
  const texts = TEXTS[language];
  if (value === null || value === undefined) return null;
  switch (form) {
    case 'text':
      return (typeof value === 'string' && !ROW_ID.test(value)) || typeof value === 'number'
        ? String(value)
        : null;
    case 'time':
      return tellTime(value);
    case 'words':
      return tellWord(value, asked);
    case 'words_or_time':
      return tellWord(value, asked) ?? tellTime(value);
    case 'fault':
      return tellWord(value, asked) ?? tellCrossing(value, asked);
    case 'yes_no':
      return value === true ? texts.state.yes : texts.state.no;
    case 'bilingual': {
      const pair = pairOfWords.safeParse(value);
      return pair.success ? pair.data[language] : null;
    }
    case 'parts': {
      const parts = record.safeParse(value);
      if (!parts.success) return null;
      return readableDetails({ code, details: parts.data }, language)
        .map((part) => `${part.name} ${part.value}`)
        .join(texts.mark.comma);
    }
    default:
      return tellNumber(form, value, asked);
  }
}

const tellTime = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  if (INSTANT.test(value)) return formatDateTime(value);
  return DAY.test(value) ? value : null;
};

const tellWord = (value: unknown, { code, name, language }: Asked): string | null => {
  const words = wordsOf(code, name, language);
  return typeof value === 'string' && words && Object.hasOwn(words, value) ? words[value]! : null;
};

function tellCrossing(value: unknown, { language }: Asked): string | null {
  const [, lng, lat] = CROSSING.exec(String(value)) ?? [];
  if (lng === undefined || lat === undefined) return null;
  return fill(TEXTS[language].refusalDetail.crossesAt, { lng, lat });
}

/** Those of the fields at fault that have a name in words. */
function tellFields(value: unknown, { language }: Asked): string | null {
  const issues = z.array(z.string()).safeParse(value);
  if (!issues.success) return null;
  const { name: names } = TEXTS[language].refusalDetail;
  const fields = issues.data.flatMap((issue) => {
    const path = issue.split(':')[0]!.split('.');
    const field = path.findLast((step) => Object.hasOwn(names, step));
    return field === undefined ? [] : [names[field as ShownDetail]];
  });
  return [...new Set(fields)].join(TEXTS[language].mark.and);
}

function tellNumber(
  form: Extract<DetailForm, 'number' | 'm3' | 'm' | 'days' | 'hours' | 'min' | 'sec' | 'bytes'>,
  value: unknown,
  { language }: Asked,
): string | null {
  if (typeof value !== 'number') return null;
  const { unit } = TEXTS[language].refusalDetail;
  const n = value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  switch (form) {
    case 'number':
      return n;
    case 'bytes':
      return fill(unit.mb, { n: String(Math.round(value / BYTES_IN_MB)) });
    default:
      return fill(unit[form], { n });
  }
}

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '');
