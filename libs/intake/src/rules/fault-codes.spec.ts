import { readdir, readFile } from 'node:fs/promises';

const FOLDER = 'libs/intake/src/rules';
/** As a fault is made, and as a refusal of another slice is put into words for a row. */
const CODE = /(?:fault\(|code: )'([A-Z_]+)'|^ {2}([A-Z_]+): \{$/gm;

const sourcesOf = async (): Promise<string[]> => {
  const names = await readdir(FOLDER);
  const sources = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  return Promise.all(sources.map((name) => readFile(`${FOLDER}/${name}`, 'utf8')));
};

describe('the codes that rows of a file are told by', () => {
  it('are listed in docs/refusals.md', async () => {
    const text = await readFile('docs/refusals.md', 'utf8');
    const codes = (await sourcesOf()).flatMap((source) =>
      [...source.matchAll(CODE)].map(([, made, told]) => made ?? told!),
    );

    expect(codes).toEqual(expect.arrayContaining(['MISSING', 'FORMULA', 'PLATE_AMBIGUOUS']));
    expect(codes.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
  });
});
