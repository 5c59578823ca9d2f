import { joinBytes } from '../bytes.js';
import { decodeText, encodeText } from '../gbk.js';
import type { HeaderVersion } from '../header.js';

/** Flags of a text to the driver that mean the same in 2013 and 2019 (table 26). */
const SHOWN = 1 << 2;
const SPOKEN = 1 << 3;
const ON_SIGN = 1 << 4;
/** 2013: bit 0 alone is urgency; 2019: bits 0–1 are 1 service, 2 urgent, 3 notice. */
const URGENT = { '2013': 1, '2019': 2 } as const;
const NOTICE_2019 = 3;
const URGENCY_BITS = { '2013': 1, '2019': 3 } as const;
/** The byte that 2019 puts before the text: 1 notice, 2 service. */
const TEXT_TYPE_NOTICE = 1;

export interface TextToSend {
  readonly text: string;
  readonly isUrgent?: boolean;
  /** On the terminal's display. */
  readonly isShown?: boolean;
  /** Read out by the terminal. */
  readonly isSpoken?: boolean;
}

/** 0x8300: a text for the driver (8.27). */
export interface TextMessage extends Required<TextToSend> {
  readonly kind: 'text';
  /** On the sign at the back of the vehicle. */
  readonly isOnSign: boolean;
  /** The flags as sent. */
  readonly flags: number;
  /** 1 notice, 2 service; null in the form of 2013, which has none. */
  readonly textType: number | null;
}

/** Reads a text; null when not even its flags are there. */
export function decodeTextMessage(body: Uint8Array, version: HeaderVersion): TextMessage | null {
  const textAt = version === '2013' ? 1 : 2;
  if (body.length < textAt) return null;
  const flags = body[0]!;
  return {
    kind: 'text',
    text: decodeText(body, textAt),
    isUrgent: (flags & URGENCY_BITS[version]) === URGENT[version],
    isShown: (flags & SHOWN) !== 0,
    isSpoken: (flags & SPOKEN) !== 0,
    isOnSign: (flags & ON_SIGN) !== 0,
    flags,
    textType: version === '2013' ? null : body[1]!,
  };
}

/** The body of a text in GBK, which the standard limits to 1024 bytes; what is longer is cut. */
export function encodeTextMessage(message: TextToSend, version: HeaderVersion): Uint8Array {
  const { text, isUrgent = false, isShown = false, isSpoken = false } = message;
  const calm = version === '2013' ? 0 : NOTICE_2019;
  const flags =
    (isUrgent ? URGENT[version] : calm) | (isShown ? SHOWN : 0) | (isSpoken ? SPOKEN : 0);
  const head = version === '2013' ? [flags] : [flags, TEXT_TYPE_NOTICE];
  return joinBytes(Uint8Array.from(head), encodeText(cutToBytes(text)));
}

const MAX_TEXT_BYTES = 1_024;

/** No more characters than fit whole: a two-byte one is never halved. */
function cutToBytes(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += character.codePointAt(0)! < 0x80 ? 1 : 2;
    if (bytes > MAX_TEXT_BYTES) break;
    kept += character;
  }
  return kept;
}
