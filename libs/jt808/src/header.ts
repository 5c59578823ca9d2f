import { readWord, toHex, writeWord } from './bytes.js';

/** Which header a frame has; 2011 and 2013 share theirs. */
export type HeaderVersion = '2013' | '2019';

/** Which of how many parts a long message was cut into; `no` counts from 1. */
export interface SubPackage {
  readonly total: number;
  readonly no: number;
}

export interface Header {
  readonly messageId: number;
  readonly version: HeaderVersion;
  /** The number as sent, all 12 or 20 digits; vendors also put other hexadecimal digits here. */
  readonly phone: string;
  /** The sender's own count of its messages, [0, 65535]. */
  readonly sequence: number;
  readonly bodyLength: number;
  /** Bits 10–12 of the attributes: 0 plain, 1 RSA. */
  readonly encryption: number;
  readonly subPackage: SubPackage | null;
}

const BODY_LENGTH_BITS = 0x03ff;
const SUB_PACKAGE_BIT = 0x2000;
const VERSION_BIT = 0x4000;
const SUB_PACKAGE_BYTES = 4;
const CHECK_CODE_BYTES = 1;
/** Of a header without sub-package fields, and where in it the number stands (4.4.3). */
export const HEADER_BYTES = { '2013': 12, '2019': 17 } as const;
/** The longest header, that of a part of a cut message of 2019. */
export const MOST_HEADER_BYTES = HEADER_BYTES['2019'] + SUB_PACKAGE_BYTES;
export const PHONE_BYTES = { '2013': 6, '2019': 10 } as const;
export const PHONE_AT = { '2013': 4, '2019': 5 } as const;
const PROTOCOL_REVISION = 1;
const ZERO_DIGIT = 0x30;

/**
 * Reads the header of a frame's content (JT/T 808-2019, 4.4.3; 2013, 4.4.3).
 *
 * Bit 14 of the attributes says which header it is; where the length contradicts it and fits the
 * other header, the length wins: devices are seen that set the bit wrongly either way.
 *
 * @param content holds from `from` up to `to` the unescaped bytes, check code included
 * @returns why there is no header when no length fits
 */
export function readHeader(
  content: Uint8Array,
  from: number,
  to: number,
): Header | 'too_short' | 'length_mismatch' {
  const length = to - from;
  if (length < HEADER_BYTES['2013'] + CHECK_CODE_BYTES) return 'too_short';

  const attributes = readWord(content, from + 2);
  const claimed: HeaderVersion = (attributes & VERSION_BIT) === 0 ? '2013' : '2019';
  if (length === contentBytes(attributes, claimed)) return read(content, from, claimed);
  const other: HeaderVersion = claimed === '2013' ? '2019' : '2013';
  if (length === contentBytes(attributes, other)) return read(content, from, other);

  const isCut = length < contentBytes(attributes & ~BODY_LENGTH_BITS, claimed);
  return isCut ? 'too_short' : 'length_mismatch';
}

/** How many bytes a header takes: where its body starts. */
export const bodyAtOf = ({ version, subPackage }: Pick<Header, 'version' | 'subPackage'>): number =>
  HEADER_BYTES[version] + (subPackage === null ? 0 : SUB_PACKAGE_BYTES);

const headerBytes = (attributes: number, version: HeaderVersion): number =>
  HEADER_BYTES[version] + ((attributes & SUB_PACKAGE_BIT) === 0 ? 0 : SUB_PACKAGE_BYTES);

const contentBytes = (attributes: number, version: HeaderVersion): number =>
  headerBytes(attributes, version) + (attributes & BODY_LENGTH_BITS) + CHECK_CODE_BYTES;

function read(content: Uint8Array, from: number, version: HeaderVersion): Header {
  const attributes = readWord(content, from + 2);
  const phoneAt = from + PHONE_AT[version];
  const sequenceAt = phoneAt + PHONE_BYTES[version];
  const isPart = (attributes & SUB_PACKAGE_BIT) !== 0;
  return {
    messageId: readWord(content, from),
    version,
    phone: readPhone(content, phoneAt, sequenceAt),
    sequence: readWord(content, sequenceAt),
    bodyLength: attributes & BODY_LENGTH_BITS,
    encryption: (attributes >> 10) & 0x7,
    subPackage: isPart
      ? { total: readWord(content, sequenceAt + 2), no: readWord(content, sequenceAt + 4) }
      : null,
  };
}

/** The number that was read last, as its bytes and as text: frames of one terminal come in rows. */
const lastBytes = new Uint8Array(PHONE_BYTES['2019']);
let lastPhone = '';

function readPhone(content: Uint8Array, from: number, to: number): string {
  if (isLastPhone(content, from, to)) return lastPhone;
  lastPhone = toHex(content, from, to);
  for (let at = from; at < to; at += 1) lastBytes[at - from] = content[at]!;
  return lastPhone;
}

/** Compares from behind, where the numbers of two terminals differ. */
function isLastPhone(content: Uint8Array, from: number, to: number): boolean {
  if (lastPhone.length !== 2 * (to - from)) return false;
  for (let at = to - 1; at >= from; at -= 1) if (content[at] !== lastBytes[at - from]) return false;
  return true;
}

/** What a sender states; the rest of the header follows from it. */
export interface HeaderToSend {
  readonly messageId: number;
  readonly version: HeaderVersion;
  /** Up to 12 (2013) or 20 (2019) hexadecimal digits; zeros are put in front. */
  readonly phone: string;
  readonly sequence: number;
  readonly subPackage?: SubPackage | null;
}

/** How many bytes a header to send takes. */
export const headerBytesOf = ({ version, subPackage }: HeaderToSend): number =>
  bodyAtOf({ version, subPackage: subPackage ?? null });

/** Writes the header for a body of `bodyLength` bytes, [0, 1023], to the start of `bytes`. */
export function writeHeader(bytes: Uint8Array, header: HeaderToSend, bodyLength: number): void {
  const { version, subPackage } = header;
  const attributes =
    (bodyLength & BODY_LENGTH_BITS) |
    (subPackage ? SUB_PACKAGE_BIT : 0) |
    (version === '2019' ? VERSION_BIT : 0);
  const phoneAt = PHONE_AT[version];
  const sequenceAt = phoneAt + PHONE_BYTES[version];

  writeWord(bytes, 0, header.messageId);
  writeWord(bytes, 2, attributes);
  if (version === '2019') bytes[4] = PROTOCOL_REVISION;
  writePhone(bytes, phoneAt, sequenceAt, header.phone);
  writeWord(bytes, sequenceAt, header.sequence);
  if (subPackage) {
    writeWord(bytes, sequenceAt + 2, subPackage.total);
    writeWord(bytes, sequenceAt + 4, subPackage.no);
  }
}

/** The last digits that fit from `from` up to `to`, zeros in front; nothing but zeros for no digits. */
function writePhone(bytes: Uint8Array, from: number, to: number, phone: string): void {
  let place = phone.length - 2 * (to - from);
  for (let at = from; at < to; at += 1, place += 2) {
    const byte = (digitAt(phone, place) << 4) | digitAt(phone, place + 1);
    if (byte < 0) {
      bytes.fill(0, from, to);
      return;
    }
    bytes[at] = byte;
  }
}

/** The value of a hexadecimal digit, 0 before the first one; negative for any other character. */
function digitAt(phone: string, place: number): number {
  if (place < 0) return 0;
  const code = phone.charCodeAt(place);
  if (code >= ZERO_DIGIT && code <= ZERO_DIGIT + 9) return code - ZERO_DIGIT;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/**
 * The number by which a terminal is known, whichever header it uses: leading zeros are no part of
 * it, so that 013912340001 (2013) and 00000000013912340001 (2019) are one terminal.
 */
export function terminalNumberOf(phone: string): string {
  if (phone === numbered.phone) return numbered.number;
  let zeros = 0;
  while (zeros < phone.length - 1 && phone.charCodeAt(zeros) === ZERO_DIGIT) zeros += 1;
  numbered = { phone, number: zeros === 0 ? phone : phone.slice(zeros) };
  return numbered.number;
}

/** The last one that was asked for: it is asked for several times a frame. */
let numbered = { phone: '', number: '' };
