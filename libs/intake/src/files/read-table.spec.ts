import { DomainError } from '@tongyun/kernel';
import { FILE_SHAPES } from '../rules/columns/file-shapes.js';
import { isSecondHeader, matchHeader } from '../rules/match-header.js';
import { readTable } from './read-table.js';
import { writeTemplate } from './write-template.js';

const refusalOf = async (file: Buffer, mostRows = 100): Promise<string> => {
  const error: unknown = await (async () => readTable(file, mostRows))().catch(
    (thrown: unknown) => thrown,
  );
  return error instanceof DomainError ? error.code : `${error}`;
};
const textsOf = async (file: Buffer) => (await readTable(file, 100)).map(({ cells }) => cells);

describe('a file', () => {
  it.each([
    { what: 'a workbook', file: Buffer.from('PK\u0003\u0004 and more') },
    { what: 'an old .xls', file: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]) },
    { what: 'a picture', file: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]) },
  ])('is refused when it is $what', async ({ file }) => {
    expect(await refusalOf(file)).toBe('IMPORT_FILE_UNREADABLE');
  });

  it('with more rows than may be is refused', async () => {
    expect(await refusalOf(Buffer.from('x\n'.repeat(101)))).toBe('IMPORT_FILE_TOO_LARGE');
  });
});

describe('CSV', () => {
  // “名称,\r\n一站” as a Chinese Excel saves it, in GB 18030.
  const gb = Buffer.from('c3fbb3c62c0d0ad2bbd5be2c', 'hex');

  it.each([
    { what: 'UTF-8 with its mark', file: Buffer.from('\uFEFF名称,\r\n一站,') },
    { what: 'UTF-8 without', file: Buffer.from('名称,\n一站,') },
    { what: 'GB 18030', file: gb },
  ])('is read in $what', async ({ file }) => {
    expect(await textsOf(file)).toEqual([
      ['名称', ''],
      ['一站', ''],
    ]);
  });

  it('keeps commas, quotes and line breaks that are quoted', async () => {
    expect(await textsOf(Buffer.from('a,"b, ""c""\nd",e\r\n'))).toEqual([['a', 'b, "c"\nd', 'e']]);
  });

  it('with an open quote is refused', async () => {
    expect(await refusalOf(Buffer.from('a,"b'))).toBe('IMPORT_FILE_UNREADABLE');
  });

  it('keeps the numbers of its rows where some are empty', async () => {
    const rows = await readTable(Buffer.from('a,b\n,\n1,2\n'), 100);

    expect(rows.map(({ rowNo }) => rowNo)).toEqual([1, 3]);
  });
});

describe.each(Object.entries(FILE_SHAPES))('the template for %s', (_, shape) => {
  it('has a header that is understood, in Chinese and English', async () => {
    const [first = [], second = []] = await textsOf(writeTemplate(shape));
    const match = matchHeader(shape.columns, first);

    expect(match).toMatchObject({ missing: [], unknown: [], repeated: [] });
    expect(isSecondHeader(shape.columns, match, second)).toBe(true);
  });
});
