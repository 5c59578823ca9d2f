import { readFileSync } from 'node:fs';
import { refusalsEn } from './refusals.en.js';
import { refusalsZhCN } from './refusals.zh-CN.js';

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
});
