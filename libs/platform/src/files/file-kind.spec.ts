import { aJpeg, aPdf, aPng } from '../../../../test/support/some-files.js';
import { sniffFileKind } from './file-kind.js';

const cutShort = (bytes: Buffer) => bytes.subarray(0, -1);

/** One whose header holds these bytes, in two scans as a progressive one has them. */
const aJpegOf = ({ header, picture }: { header: Buffer; picture: readonly number[] }) => {
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, ...picture]);
  const start = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 2 + header.length]);
  return Buffer.concat([start, header, scan, scan, Buffer.from([0xff, 0xd9])]);
};

describe('the kind of a file', () => {
  it.each([
    { what: 'a PDF', bytes: aPdf(), kind: 'pdf' },
    {
      what: 'a PDF with a line behind its end',
      bytes: Buffer.concat([aPdf(), Buffer.from('\n')]),
      kind: 'pdf',
    },
    { what: 'a JPEG', bytes: aJpeg(), kind: 'jpeg' },
    {
      what: 'a JPEG with a film behind its end, as phones write it',
      bytes: Buffer.concat([aJpeg(), Buffer.from('ftypmp42 and a film')]),
      kind: 'jpeg',
    },
    {
      what: 'a JPEG with a preview in its header, and bytes that look like marks in its picture',
      bytes: aJpegOf({ header: aJpeg(), picture: [0x12, 0xff, 0, 0xd9, 0xff, 0xd3, 0xff, 0xff] }),
      kind: 'jpeg',
    },
    {
      what: 'a JPEG cut short behind its preview',
      bytes: aJpegOf({ header: aJpeg(), picture: [0x12] }).subarray(0, -2),
      kind: null,
    },
    {
      what: 'a JPEG of a header that states no length',
      bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xd9]),
      kind: null,
    },
    {
      what: 'a JPEG without a picture',
      bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 2, 0xff, 0xd9]),
      kind: null,
    },
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
