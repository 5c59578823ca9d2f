import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { type FileKind, sniffFileKind } from './file-kind.js';

/** Folder that files are kept in, beside the database; the app decides. */
export const FILES_FOLDER = Symbol('FilesFolder');

/** A file as it is kept; the name is ours and says nothing of who sent it. */
export interface KeptFile<Kind extends FileKind = FileKind> {
  readonly name: string;
  readonly kind: Kind;
  readonly sizeBytes: number;
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
}

const NAME = /^[0-9a-f-]{36}\.(?:pdf|jpeg|png)$/;

/** Keeps what people attach outside of the database, under names of our own. */
@Injectable()
export class FileStore {
  constructor(@Inject(FILES_FOLDER) private readonly folder: string) {}

  /** Keeps a file of one of the kinds; refuses every other. It is on the disk when this resolves. */
  async keep<Kind extends FileKind>(
    bytes: Uint8Array,
    kinds: readonly Kind[],
  ): Promise<KeptFile<Kind>> {
    const found = sniffFileKind(bytes);
    const kind = kinds.find((one) => one === found);
    if (kind === undefined) {
      throw new DomainError('FILE_KIND_UNSUPPORTED', `Only whole files of ${kinds} are kept`, {
        kinds,
      });
    }
    const name = `${randomUUID()}.${kind}`;
    const path = this.pathOf(name);
    await mkdir(dirname(path), { recursive: true });
    const file = await open(`${path}.part`, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name, kind, sizeBytes: bytes.length, sha256 };
  }

  /** The file's bytes; refuses a name that is none of ours, or whose file is gone. */
  async read(name: string): Promise<Readable> {
    const path = NAME.test(name) ? this.pathOf(name) : null;
    const found = path && (await stat(path).catch(() => null));
    if (!path || !found)
      throw new DomainError('FILE_NOT_FOUND', `No file ${name}`, { storedAs: name });
    return createReadStream(path);
  }

  /** Lets go of a file that came to nothing, or was kept long enough; one that is gone stays so. */
  async drop({ name }: Pick<KeptFile, 'name'>): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  private pathOf(name: string): string {
    return join(this.folder, name.slice(0, 2), name);
  }
}
