import { joinBytes } from '../bytes.js';
import { decodeText, encodeFixedText, encodeText } from '../gbk.js';
import type { HeaderVersion } from '../header.js';

export interface Credentials {
  /** The code the platform gave in 0x8100. */
  readonly authCode: string;
  /** Stated since 2019; null before. */
  readonly imei: string | null;
  readonly softwareVersion: string | null;
}

/** 0x0102: a terminal states the code it was given (8.7; 2013, 8.8). */
export interface Authenticate extends Credentials {
  readonly kind: 'authenticate';
}

const IMEI_BYTES = 15;
const SOFTWARE_BYTES = 20;

/**
 * Reads an authentication; null when the body is empty.
 *
 * 2013 sends the bare code; 2019 its length, the code, IMEI and software version. Where header and body
 * disagree the length settles it: a 2019 body whose length byte does not fit is the bare code, and what
 * comes behind an older header is of 2019 where its length byte fits to the byte, as no bare code's
 * first letter does unless the code is longer than 67.
 */
export function decodeAuthenticate(body: Uint8Array, version: HeaderVersion): Authenticate | null {
  if (body.length === 0) return null;
  const codeEnds = 1 + body[0]!;
  const imeiEnds = codeEnds + IMEI_BYTES;
  const is2019 =
    version === '2019' ? body.length >= imeiEnds : body.length === imeiEnds + SOFTWARE_BYTES;
  if (is2019) {
    return {
      kind: 'authenticate',
      authCode: decodeText(body, 1, codeEnds),
      imei: decodeText(body, codeEnds, imeiEnds),
      softwareVersion: decodeText(body, imeiEnds),
    };
  }
  return {
    kind: 'authenticate',
    authCode: decodeText(body),
    imei: null,
    softwareVersion: null,
  };
}

/** The body of an authentication in the form of the header it will go out with. */
export function encodeAuthenticate(credentials: Credentials, version: HeaderVersion): Uint8Array {
  const code = encodeText(credentials.authCode);
  if (version === '2013') return code;
  return joinBytes(
    Uint8Array.of(code.length),
    code,
    encodeFixedText(credentials.imei ?? '', IMEI_BYTES),
    encodeFixedText(credentials.softwareVersion ?? '', SOFTWARE_BYTES),
  );
}
