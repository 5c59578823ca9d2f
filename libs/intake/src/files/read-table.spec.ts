import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { DomainError } from '@tongyun/kernel';
import { FILE_SHAPES } from '../rules/columns/file-shapes.js';
import { isSecondHeader, matchHeader } from '../rules/match-header.js';
import { readTable } from './read-table.js';
import { writeCsvTemplate, writeWorkbookTemplate } from './write-template.js';
import { MOST_UNPACKED_BYTES, unzipParts } from './unzip-parts.js';
import { zipParts } from './zip-parts.js';

const refusalOf = async (file: Buffer, mostRows = 100): Promise<string> => {
  const error: unknown = await (async () => readTable(file, mostRows))().catch(
    (thrown: unknown) => thrown,
  );
  return error instanceof DomainError ? error.code : `${error}`;
};
const workbookOf = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('一'));
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
const textsOf = async (file: Buffer) => (await readTable(file, 100)).map(({ cells }) => cells);

describe('a workbook', () => {
  it('is read cell by cell, with the rows it has and its formulas marked', async () => {
    const file = await workbookOf((sheet) => {
      sheet.addRow(['名称', '数', '日期']);
      sheet.addRow(['一站', 12.5, new Date('2026-12-01T00:00:00Z')]);
      sheet.addRow([]);
      sheet.addRow([
        { formula: 'A1', result: '名称' },
        { richText: [{ text: '二' }, { text: '站' }] },
      ]);
    });

    expect(await readTable(file, 100)).toEqual([
      { rowNo: 1, cells: ['名称', '数', '日期'], formulas: [] },
      { rowNo: 2, cells: ['一站', '12.5', '2026-12-01'], formulas: [] },
      { rowNo: 4, cells: ['A1', '二站'], formulas: [0] },
    ]);
  });

  it('is read at once though names, merged cells and drop-downs reach over the whole sheet', async () => {
    const parts = await unzipParts(await workbookOf((sheet) => sheet.addRow(['名称'])), () => true);
    const everywhere = 'A1:XFD1048576';
    insert(parts, 'xl/workbook.xml', '</sheets>', [
      `<definedNames><definedName name="all">'一'!$A$1:$XFD$1048576</definedName></definedNames>`,
    ]);
    insert(parts, 'xl/worksheets/sheet1.xml', '</sheetData>', [
      `<mergeCells count="1"><mergeCell ref="${everywhere}"/></mergeCells>`,
      `<dataValidations count="1"><dataValidation type="whole" sqref="${everywhere}"/></dataValidations>`,
    ]);

    expect(await textsOf(zipParts(parts))).toEqual([['名称']]);
  });

  it('with more rows than may be is refused', async () => {
    const file = await workbookOf((sheet) =>
      sheet.addRows(Array.from({ length: 101 }, () => ['x'])),
    );

    expect(await refusalOf(file)).toBe('IMPORT_FILE_TOO_LARGE');
  });

  it('that unpacks to more than it may is refused before it has', async () => {
    const zeros = deflateRawSync(Buffer.alloc(MOST_UNPACKED_BYTES + 1));
    const file = deflated('xl/workbook.xml', zeros);

    expect(file.length).toBeLessThan(100_000);
    expect(await refusalOf(file)).toBe('IMPORT_FILE_TOO_LARGE');
  });

  it.each([
    { what: 'cells', name: 'xl/worksheets/sheet1.xml', xml: '<c/>' },
    { what: 'texts', name: 'xl/sharedStrings.xml', xml: '<si/>' },
    { what: 'styles', name: 'xl/styles.xml', xml: '<xf/>' },
  ])('with millions of $what is refused before they are read', async ({ name, xml }) => {
    const parts = {
      'xl/workbook.xml': Buffer.from('<workbook/>'),
      [name]: Buffer.from(xml.repeat(4_000_001)),
    };

    expect(await refusalOf(zipParts(new Map(Object.entries(parts))))).toBe('IMPORT_FILE_TOO_LARGE');
  });

  it.each([
    {
      what: 'a zip file of something else',
      file: zipParts(new Map([['a.txt', Buffer.from('a')]])),
    },
    {
      what: 'a workbook whose list of names never ends',
      file: zipParts(new Map([['xl/workbook.xml', Buffer.from('<definedNames>'.repeat(99_999))]])),
    },
    { what: 'a zip file cut short', file: Buffer.from('PK\u0003\u0004 and no more') },
    { what: 'an old .xls', file: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]) },
    { what: 'a picture', file: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]) },
  ])('is not $what', async ({ file }) => {
    expect(await refusalOf(file)).toBe('IMPORT_FILE_UNREADABLE');
  });

  it('as CSV with more rows than may be is refused', async () => {
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
  it.each([
    { format: 'xlsx', write: () => writeWorkbookTemplate(shape) },
    { format: 'csv', write: async () => writeCsvTemplate(shape) },
  ])('as $format has a header that is understood, in Chinese and English', async ({ write }) => {
    const [first = [], second = []] = await textsOf(await write());
    const match = matchHeader(shape.columns, first);

    expect(match).toMatchObject({ missing: [], unknown: [], repeated: [] });
    expect(isSecondHeader(shape.columns, match, second)).toBe(true);
  });
});

/** A zip file of one deflated part: the stored one with its method and size written over. */
function deflated(name: string, part: Buffer): Buffer {
  const file = zipParts(new Map([[name, part]]));
  file.writeUInt16LE(8, 8);
  file.writeUInt16LE(8, file.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 10);
  return file;
}

/** Puts XML behind a tag of a part. */
function insert(parts: Map<string, Buffer>, name: string, tag: string, xml: string[]): void {
  const text = parts.get(name)!.toString('utf8');
  parts.set(name, Buffer.from(text.replace(tag, `${tag}${xml.join('')}`)));
}
