import { hasJpegEnd } from './jpeg-end.js';

export type FileKind = 'pdf' | 'jpeg' | 'png';

/** What files of each kind are sent as. */
export const FILE_TYPES: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** The kinds that photos are taken in. */
export const PHOTO_KINDS = ['jpeg', 'png'] as const satisfies readonly FileKind[];
/** The kinds that papers for the authorities are taken in. */
export const PAPER_KINDS = ['pdf', 'jpeg'] as const satisfies readonly FileKind[];
export const FILE_KINDS: readonly FileKind[] = ['pdf', ...PHOTO_KINDS];

/** How far from its end a PDF may have its mark: some programs write after it. */
const PDF_TAIL = 1_024;

interface Mark {
  readonly kind: FileKind;
  readonly begins: readonly number[];
  readonly isWhole: (bytes: Uint8Array) => boolean;
}

const endsWith =
  (ends: readonly number[]) =>
  (bytes: Uint8Array): boolean =>
    ends.every((byte, at) => bytes[bytes.length - ends.length + at] === byte);

const hasPdfEnd = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(-PDF_TAIL)).includes('%%EOF');

const MARKS: readonly Mark[] = [
  { kind: 'pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d], isWhole: hasPdfEnd },
  { kind: 'jpeg', begins: [0xff, 0xd8, 0xff], isWhole: hasJpegEnd },
  {
    kind: 'png',
    begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    isWhole: endsWith([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]),
  },
];

/**
 * What a file is, by how it begins and ends and never by what its sender calls it; null when it is
 * nothing that we take, or is cut off. It is kept as it came, since a photo is evidence: what a
 * phone wrote behind a picture's end stays, and is never served as anything but a picture.
 */
export function sniffFileKind(bytes: Uint8Array): FileKind | null {
  const found = MARKS.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  return found?.isWhole(bytes) ? found.kind : null;
}
