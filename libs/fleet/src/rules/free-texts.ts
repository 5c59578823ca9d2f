/**
 * The fields of answers in which somebody wrote what he liked, whatever it is about. The spec walks the
 * contracts, and fails for a field of words that is neither here nor known to hold none.
 */
export const FREE_TEXTS: ReadonlySet<string> = new Set([
  'answer',
  'argument',
  'cancelledReason',
  'content',
  'demand',
  'endReason',
  'jumpReason',
  'landmark',
  'note',
  'overrideReason',
  'place',
  'pourLocation',
  'purpose',
  'purposeNote',
  'reason',
  'refusedReason',
  'result',
  'revocationReason',
  'route',
  'selfStatement',
  'siteLandmark',
  'source',
  'statement',
  'text',
  'title',
  'toPourLocation',
  'visitReport',
  'withdrawnReason',
]);

/**
 * Every free text in an answer, at any depth: what stands as words under a name that free texts have.
 *
 * @param answer of any shape; files and streams hold none
 */
export function freeTextsIn(answer: unknown): string[] {
  const texts: string[] = [];
  withFreeTexts(answer, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

/**
 * The answer with each free text put otherwise; the same one, and its parts the same, where none is.
 *
 * @param answer of any shape; it is left as it is
 */
export function withFreeTexts(answer: unknown, put: (text: string) => string): unknown {
  if (Array.isArray(answer)) {
    const items = answer.map((item) => withFreeTexts(item, put));
    return items.some((item, place) => item !== answer[place]) ? items : answer;
  }
  if (!isRecord(answer)) return answer;
  const changed = Object.entries(answer).flatMap(([name, value]) => {
    const isText = typeof value === 'string' && FREE_TEXTS.has(name);
    const next = isText ? put(value) : withFreeTexts(value, put);
    return next === value ? [] : [[name, next]];
  });
  return changed.length === 0 ? answer : { ...answer, ...Object.fromEntries(changed) };
}

/** A stream would lead into itself; a time and bytes have no words. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Date) &&
  !ArrayBuffer.isView(value) &&
  !('pipe' in value);
