import type { Column, Words } from './columns/column.js';

export interface HeaderMatch {
  /** Place of each column found, counted from 0. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Titles that no column has. */
  readonly unknown: readonly string[];
  /** Titles of columns that must be there and are not. */
  readonly missing: readonly Words[];
  readonly repeated: readonly string[];
}

/** A title without the mark of what is required, and without blanks. */
const bare = (title: string): string =>
  title.normalize('NFKC').toLowerCase().replaceAll(/[\s*]/gu, '');

const isNamed = ({ name, title }: Column, text: string): boolean =>
  [name, title.zh, title.en].some((word) => bare(word) === bare(text));

/** Finds which column stands where; a title may be Chinese, English or the name of the field. */
export function matchHeader(columns: readonly Column[], titles: readonly string[]): HeaderMatch {
  const placeOf = new Map<string, number>();
  const unknown: string[] = [];
  const repeated: string[] = [];
  for (const [place, title] of titles.entries()) {
    if (bare(title) === '') continue;
    const found = columns.find((column) => isNamed(column, title));
    if (!found) unknown.push(title.trim());
    else if (placeOf.has(found.name)) repeated.push(title.trim());
    else placeOf.set(found.name, place);
  }
  const missing = columns
    .filter(({ name, isRequired }) => isRequired && !placeOf.has(name))
    .map(({ title }) => title);
  return { placeOf, unknown, missing, repeated };
}

/** Whether a row repeats the header in the other language, as the templates do. */
export const isSecondHeader = (
  columns: readonly Column[],
  { placeOf }: HeaderMatch,
  texts: readonly string[],
): boolean =>
  placeOf.size > 0 &&
  columns.every((column) => {
    const place = placeOf.get(column.name);
    return place === undefined || isNamed(column, texts[place] ?? '');
  });
