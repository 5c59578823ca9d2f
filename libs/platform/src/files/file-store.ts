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
export interface KeptFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly sizeBytes: number;
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
}

const NAME = /^[0-9a-f-]{36}\.(?:pdf|jpeg|png)$/;

/** Keeps what people attach outside of the database, under names of our own. */
@Injectable()
export class FileStore {
  constructor(@Inject(FILES_FOLDER) private readonly folder: string) {}

  /** Keeps a PDF, JPEG or PNG; refuses everything else. The file is on the disk when it resolves. */
  async keep(bytes: Uint8Array): Promise<KeptFile> {
    const kind = sniffFileKind(bytes);
    if (kind === null) {
      throw new DomainError(
        'FILE_KIND_UNSUPPORTED',
        'Only whole PDF, JPEG and PNG files are kept',
        {
          kinds: ['pdf', 'jpeg', 'png'],
        },
      );
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
    if (!path || !found) throw new DomainError('FILE_NOT_FOUND', `No file ${name}`, { name });
    return createReadStream(path);
  }

  /** Lets go of a file that came to nothing. */
  async drop({ name }: KeptFile): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  private pathOf(name: string): string {
    return join(this.folder, name.slice(0, 2), name);
  }
}
