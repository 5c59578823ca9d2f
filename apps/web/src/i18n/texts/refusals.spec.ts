import { readFileSync } from 'node:fs';
import { refusalsEn } from './refusals.en.js';
import { refusalsZhCN } from './refusals.zh-CN.js';

/** Called alike in both languages. */
const NAMES_OF_FORMATS = ['CSV', 'JPEG', 'MB', 'PDF', 'PNG', 'https', 'xlsx'];

const documented = (): string[] => {
  const rows = readFileSync('docs/refusals.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const codes = rows.flatMap((row) => row.split('|')[1]?.match(/[A-Z][A-Z_]+/g) ?? []);
  return [...new Set(codes)].toSorted();
};

describe('the words for refusals', () => {
  it('cover every code that docs/refusals.md lists', () => {
    const wordless = documented().filter((code) => !Object.hasOwn(refusalsZhCN, code));

    expect(documented().length).toBeGreaterThan(40);
    expect(wordless).toEqual([]);
  });

  it('differ between the languages', () => {
    const same = Object.entries(refusalsEn).filter(
      ([code, text]) => text === (refusalsZhCN as Readonly<Record<string, string>>)[code],
    );

    expect(same).toEqual([]);
  });

  it('speak one language at a time, and never in code words', () => {
    const chineseInEnglish = Object.values(refusalsEn).filter((text) =>
      /\p{Script=Han}/u.test(text),
    );
    const latinInChinese = Object.values(refusalsZhCN).filter((text) =>
      (text.match(/[A-Za-z]+/g) ?? []).some((word) => !NAMES_OF_FORMATS.includes(word)),
    );
    const codeWords = Object.values(refusalsEn).filter((text) => /[a-z][A-Z]|\w_\w/.test(text));

    expect({ chineseInEnglish, latinInChinese, codeWords }).toEqual({
      chineseInEnglish: [],
      latinInChinese: [],
      codeWords: [],
    });
  });
});
