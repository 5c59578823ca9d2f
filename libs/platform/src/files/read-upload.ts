import { MOST_FILE_BYTES } from '@tongyun/contracts';
import { DomainError } from '@tongyun/kernel';
import type { Request } from 'express';

/** Reads a request's body as the bytes of one file; refuses a larger one before it is all there. */
export async function readUpload(request: Request): Promise<Buffer> {
  if (Number(request.get('content-length') ?? 0) > MOST_FILE_BYTES) throw tooLarge();
  // A body that some parser has taken already is text, and no file.
  if (request.readableEnded) return Buffer.alloc(0);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_FILE_BYTES) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const tooLarge = () =>
  new DomainError('FILE_TOO_LARGE', 'The file is too large', { mostBytes: MOST_FILE_BYTES });
