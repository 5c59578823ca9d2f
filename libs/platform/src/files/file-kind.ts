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

const MARKS: readonly { kind: FileKind; begins: number[]; ends: number[] | null }[] = [
  { kind: 'pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d], ends: null },
  { kind: 'jpeg', begins: [0xff, 0xd8, 0xff], ends: [0xff, 0xd9] },
  {
    kind: 'png',
    begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ends: [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82],
  },
];

/**
 * What a file is, by how it begins and ends and never by what its sender calls it; null when it is
 * nothing that we take, or is cut off.
 */
export function sniffFileKind(bytes: Uint8Array): FileKind | null {
  const found = MARKS.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (!found) return null;
  const { kind, ends } = found;
  const isWhole = ends === null ? hasPdfEnd(bytes) : endsWith(bytes, ends);
  return isWhole ? kind : null;
}

const endsWith = (bytes: Uint8Array, ends: readonly number[]): boolean =>
  ends.every((byte, at) => bytes[bytes.length - ends.length + at] === byte);

const hasPdfEnd = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(-PDF_TAIL)).includes('%%EOF');
