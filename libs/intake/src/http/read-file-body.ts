import { DomainError } from '@tongyun/kernel';
import type { Request } from 'express';

/**
 * Reads the file that is the body of a request, after whoever sent it was let in: nobody else can
 * make the server hold 20 MB.
 */
export async function readFileBody(request: Request, mostBytes: number): Promise<Buffer> {
  if (request.is('application/json') || !request.readable) {
    throw new DomainError('UNSUPPORTED_MEDIA_TYPE', 'The body has to be the file itself');
  }
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBytes) {
      throw new DomainError('BODY_TOO_LARGE', 'The file is too large', { mostBytes });
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
