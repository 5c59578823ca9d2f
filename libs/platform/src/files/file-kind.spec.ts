import { aJpeg, aPdf, aPng } from '../../../../test/support/some-files.js';
import { sniffFileKind } from './file-kind.js';

const cutShort = (bytes: Buffer) => bytes.subarray(0, -1);

describe('the kind of a file', () => {
  it.each([
    { what: 'a PDF', bytes: aPdf(), kind: 'pdf' },
    {
      what: 'a PDF with a line behind its end',
      bytes: Buffer.concat([aPdf(), Buffer.from('\n')]),
      kind: 'pdf',
    },
    { what: 'a JPEG', bytes: aJpeg(), kind: 'jpeg' },
    { what: 'a PNG', bytes: aPng(), kind: 'png' },
    { what: 'a JPEG cut short', bytes: cutShort(aJpeg()), kind: null },
    { what: 'a PNG cut short', bytes: cutShort(aPng()), kind: null },
    { what: 'a PDF without its end', bytes: aPdf().subarray(0, 12), kind: null },
    { what: 'a program', bytes: Buffer.from('MZ\u{90}\0program'), kind: null },
    { what: 'a page', bytes: Buffer.from('<html>%PDF-1.7 %%EOF</html>'), kind: null },
    { what: 'nothing', bytes: Buffer.alloc(0), kind: null },
  ])('of $what is $kind', ({ bytes, kind }) => {
    expect(sniffFileKind(bytes)).toBe(kind);
  });
});
