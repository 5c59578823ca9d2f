import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { FILE_TYPES, type FileKind } from './file-kind.js';

/** A file as its row describes it. */
export interface DescribedFile {
  readonly fileName: string;
  readonly fileKind: FileKind;
  readonly sizeBytes: number;
}

/** Answers with a kept file, under our name for it and to be saved: no page of ours runs what is in it. */
export const sendFile = (
  { fileName, fileKind, sizeBytes }: DescribedFile,
  bytes: Readable,
): StreamableFile =>
  new StreamableFile(bytes, {
    type: FILE_TYPES[fileKind],
    length: sizeBytes,
    disposition: `attachment; filename="${fileName}"`,
  });
