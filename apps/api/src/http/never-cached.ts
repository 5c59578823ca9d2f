import type { NextFunction, Request, Response } from 'express';

/**
 * Lets no answer of the API come out of a cache, and none be "not modified": an ETag here is the
 * version of one row, for `If-Match`, while a view may show other rows beside it.
 */
export function neverCached(request: Request, response: Response, next: NextFunction): void {
  delete request.headers['if-none-match'];
  response.setHeader('Cache-Control', 'no-store');
  next();
}
