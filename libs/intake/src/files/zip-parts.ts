import { crc32 } from 'node:zlib';
import { END, END_LENGTH, ENTRY, ENTRY_LENGTH, LOCAL, LOCAL_LENGTH } from './zip-format.js';

/** A zip file of these parts, stored as they are. */
export function zipParts(parts: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [partName, part] of parts) {
    const name = Buffer.from(partName);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(part), 10);
    about.writeUInt32LE(part.length, 14);
    about.writeUInt32LE(part.length, 18);
    about.writeUInt16LE(name.length, 22);
    const listed = Buffer.alloc(ENTRY_LENGTH);
    listed.writeUInt32LE(ENTRY, 0);
    listed.writeUInt16LE(20, 4);
    about.copy(listed, 6);
    listed.writeUInt32LE(at, 42);
    list.push(listed, name);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL, 0);
    bodies.push(local, about, name, part);
    at += LOCAL_LENGTH + name.length + part.length;
  }
  const listing = Buffer.concat(list);
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listing, end]);
}
