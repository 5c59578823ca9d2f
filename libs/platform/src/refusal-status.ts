import { HttpStatus } from '@nestjs/common';

/** HTTP status of a refusal code; a code that is not listed and not `…_NOT_FOUND` is a conflict. */
const STATUS_OF: Readonly<Record<string, HttpStatus>> = {
  INVALID_REQUEST: HttpStatus.BAD_REQUEST,
  MALFORMED_JSON: HttpStatus.BAD_REQUEST,
  CURSOR_INVALID: HttpStatus.BAD_REQUEST,
  NOT_SIGNED_IN: HttpStatus.UNAUTHORIZED,
  TOKEN_EXPIRED: HttpStatus.UNAUTHORIZED,
  SIGN_IN_FAILED: HttpStatus.UNAUTHORIZED,
  REFRESH_REFUSED: HttpStatus.UNAUTHORIZED,
  DEVICE_CODE_INVALID: HttpStatus.UNAUTHORIZED,
  FORBIDDEN: HttpStatus.FORBIDDEN,
  METHOD_NOT_ALLOWED: HttpStatus.METHOD_NOT_ALLOWED,
  BODY_TOO_LARGE: HttpStatus.PAYLOAD_TOO_LARGE,
  UNSUPPORTED_MEDIA_TYPE: HttpStatus.UNSUPPORTED_MEDIA_TYPE,
  VERSION_CONFLICT: HttpStatus.PRECONDITION_FAILED,
  IF_MATCH_REQUIRED: HttpStatus.PRECONDITION_REQUIRED,
  TOO_MANY_REQUESTS: HttpStatus.TOO_MANY_REQUESTS,
  FAULT: HttpStatus.INTERNAL_SERVER_ERROR,
  UNAVAILABLE: HttpStatus.SERVICE_UNAVAILABLE,
};

export const httpStatusOf = (code: string): HttpStatus =>
  STATUS_OF[code] ?? (code.endsWith('NOT_FOUND') ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
