import { DomainError } from '@tongyun/kernel';
import type { NextFunction, Request, Response } from 'express';

/** What the body parser calls its errors, and what we call them. */
const REFUSALS: Readonly<Record<string, readonly [code: string, message: string]>> = {
  'entity.parse.failed': ['MALFORMED_JSON', 'The body is not JSON'],
  'entity.too.large': ['BODY_TOO_LARGE', 'The body is too large'],
  'charset.unsupported': ['UNSUPPORTED_MEDIA_TYPE', 'The body must be UTF-8'],
  'encoding.unsupported': ['UNSUPPORTED_MEDIA_TYPE', 'The body has an unknown encoding'],
  'request.aborted': ['INVALID_REQUEST', 'The body broke off'],
  'request.size.invalid': ['INVALID_REQUEST', 'The body is not as long as it says'],
};

/** Stands right behind the body parser, whose errors Nest would otherwise all call bad requests. */
export function refuseBadBodies(
  error: { readonly type?: string },
  _request: Request,
  _response: Response,
  next: NextFunction,
): void {
  const refusal = REFUSALS[error.type ?? ''];
  next(refusal ? new DomainError(...refusal) : error);
}
