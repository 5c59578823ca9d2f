import { FILE_SHAPES } from './columns/file-shapes.js';
import { isSecondHeader, matchHeader } from './match-header.js';

const { columns } = FILE_SHAPES.drivers;

describe('a header', () => {
  it.each([
    { titles: ['企业名称', '姓名*', '手机号*'], why: 'Chinese, as in the template' },
    { titles: ['Enterprise', 'name', ' MOBILE '], why: 'English, in any case' },
    { titles: ['enterprise', '姓名', '', 'phone'], why: 'mixed, with an empty column' },
  ])('is known in $why', ({ titles }) => {
    const { placeOf, missing, unknown } = matchHeader(columns, titles);

    expect([...placeOf.keys()]).toEqual(['enterprise', 'name', 'phone']);
    expect([missing, unknown]).toEqual([[], []]);
  });

  it('names what is missing, unknown or there twice', () => {
    expect(matchHeader(columns, ['姓名', 'Name', '年龄'])).toMatchObject({
      missing: [{ zh: '手机号', en: 'Mobile' }],
      unknown: ['年龄'],
      repeated: ['Name'],
    });
  });

  it('may be followed by itself in the other language', () => {
    const match = matchHeader(columns, ['姓名', '手机号']);

    expect(isSecondHeader(columns, match, ['Name*', 'Mobile*'])).toBe(true);
    expect(isSecondHeader(columns, match, ['Name', '13800001111'])).toBe(false);
  });
});
