import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { tooLarge, unreadable } from './unreadable.js';
import { END_LENGTH, ENTRY, ENTRY_LENGTH, LOCAL, LOCAL_LENGTH } from './zip-format.js';

const inflate = promisify(inflateRaw);

/** The end record may be followed by a comment of up to 64 KiB. */
const END_WITHIN = END_LENGTH + 0xffff;
const MOST_ENTRIES = 500;
/** Unpacked, altogether: a full sheet of 20,000 rows takes about a third of this. */
export const MOST_UNPACKED_BYTES = 60 * 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packedBytes: number;
  readonly localAt: number;
}

/**
 * Unpacks the wanted parts of a zip file. What a part unpacks to is measured while unpacking and
 * not believed from the file, so that a small file cannot fill the memory.
 */
export async function unzipParts(
  file: Buffer,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  let left = MOST_UNPACKED_BYTES;
  for (const entry of readEntries(file)) {
    if (!isWanted(entry.name)) continue;
    const part = await unpack(file, entry, left);
    left -= part.length;
    parts.set(entry.name, part);
  }
  return parts;
}

function readEntries(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end < file.length - END_WITHIN || end + END_LENGTH > file.length) {
    throw unreadable({ zh: '文件不完整', en: 'its end is missing' });
  }
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw tooLarge('parts', MOST_ENTRIES);
  const entries: Entry[] = [];
  for (let n = 0, at = file.readUInt32LE(end + 16); n < count; n += 1) {
    assertHeader(file, at, ENTRY, ENTRY_LENGTH);
    const nameLength = file.readUInt16LE(at + 28);
    const method = file.readUInt16LE(at + 10);
    const isEncrypted = (file.readUInt16LE(at + 8) & 1) === 1;
    if (isEncrypted || (method !== 0 && method !== 8))
      throw unreadable({ zh: '文件已加密', en: 'it is encrypted' });
    entries.push({
      name: file.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
      isDeflated: method === 8,
      packedBytes: file.readUInt32LE(at + 20),
      localAt: file.readUInt32LE(at + 42),
    });
    at += ENTRY_LENGTH + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpack(
  file: Buffer,
  { isDeflated, packedBytes, localAt }: Entry,
  mostBytes: number,
): Promise<Buffer> {
  assertHeader(file, localAt, LOCAL, LOCAL_LENGTH);
  const start =
    localAt + LOCAL_LENGTH + file.readUInt16LE(localAt + 26) + file.readUInt16LE(localAt + 28);
  const packed = file.subarray(start, start + packedBytes);
  if (packed.length > mostBytes || mostBytes <= 0) throw tooLarge('bytes', MOST_UNPACKED_BYTES);
  if (!isDeflated) return packed;
  try {
    return await inflate(packed, { maxOutputLength: mostBytes });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge('bytes', MOST_UNPACKED_BYTES);
    throw unreadable({ zh: '文件内容已损坏', en: 'a part is damaged' });
  }
}

function assertHeader(file: Buffer, at: number, signature: number, length: number): void {
  if (at + length > file.length || file.readUInt32LE(at) !== signature) {
    throw unreadable({ zh: '文件结构已损坏', en: 'its list of parts is damaged' });
  }
}
