import { joinBytes, readWord, writeWord } from '../bytes.js';
import { decodeText, encodeFixedText, encodeText } from '../gbk.js';

/** Which edition a register body follows; nothing but its length tells. */
export type RegisterVersion = '2011' | '2013' | '2019';

/** What a terminal says of itself and of the vehicle it sits on. */
export interface Registration {
  /** GB/T 2260, the first two digits: the province; 0 when the platform may choose. */
  readonly provinceId: number;
  /** GB/T 2260, the last four digits: city and county. */
  readonly cityId: number;
  readonly manufacturer: string;
  readonly model: string;
  readonly terminalNo: string;
  /** JT/T 415: 1 blue, 2 yellow, 3 black, 4 white, 9 other; 0 when there is no plate yet. */
  readonly plateColor: number;
  /** The plate; the VIN when `plateColor` is 0. */
  readonly plateNo: string;
}

/** 0x0100: a terminal introduces itself (8.4; 2013, 8.5). */
export interface Register extends Registration {
  readonly kind: 'register';
  readonly version: RegisterVersion;
}

interface FieldLengths {
  readonly manufacturer: number;
  readonly model: number;
  readonly terminalNo: number;
}
const FIELDS: Record<RegisterVersion, FieldLengths> = {
  '2011': { manufacturer: 5, model: 8, terminalNo: 7 },
  '2013': { manufacturer: 5, model: 20, terminalNo: 7 },
  '2019': { manufacturer: 11, model: 30, terminalNo: 30 },
};
const FIXED_BYTES = 5;
/** ISO 3779; stated instead of a plate by a vehicle that has none yet, whose colour is 0 then. */
const VIN_BYTES = 17;
const VIN = /^[0-9A-Z]{17}$/;

const shortestBody = ({ manufacturer, model, terminalNo }: FieldLengths): number =>
  FIXED_BYTES + manufacturer + model + terminalNo;

/**
 * Reads a register body of any edition.
 *
 * The edition is the newest whose fixed fields fit: 2019 from 76 bytes, 2013 from 37, 2011 from 25.
 * A plate has 8 or 9 bytes, so a 2011 body stays below 37; one that states a VIN instead has 42:
 * a colour of 0 and 17 letters and digits, where a 2013 body would have its terminal's model with a gap in it.
 */
export function decodeRegister(body: Uint8Array): Register | null {
  const version = findVersion(body);
  if (version === null) return null;

  const modelAt = 4 + FIELDS[version].manufacturer;
  const terminalNoAt = modelAt + FIELDS[version].model;
  const colorAt = terminalNoAt + FIELDS[version].terminalNo;
  return {
    kind: 'register',
    version,
    provinceId: readWord(body, 0),
    cityId: readWord(body, 2),
    manufacturer: decodeText(body, 4, modelAt),
    model: decodeText(body, modelAt, terminalNoAt),
    terminalNo: decodeText(body, terminalNoAt, colorAt),
    plateColor: body[colorAt]!,
    plateNo: decodeText(body, colorAt + 1),
  };
}

function findVersion(body: Uint8Array): RegisterVersion | null {
  if (is2011WithVin(body)) return '2011';
  const newestFirst = ['2019', '2013', '2011'] as const;
  return newestFirst.find((edition) => body.length >= shortestBody(FIELDS[edition])) ?? null;
}

function is2011WithVin(body: Uint8Array): boolean {
  const vinAt = shortestBody(FIELDS['2011']);
  if (body.length !== vinAt + VIN_BYTES || body[vinAt - 1] !== 0) return false;
  return VIN.test(decodeText(body, vinAt));
}

/** A register body of the edition asked for; texts longer than their field are cut. */
export function encodeRegister(registration: Registration, version: RegisterVersion): Uint8Array {
  const fields = FIELDS[version];
  const ids = new Uint8Array(4);
  writeWord(ids, 0, registration.provinceId);
  writeWord(ids, 2, registration.cityId);
  return joinBytes(
    ids,
    encodeFixedText(registration.manufacturer, fields.manufacturer),
    encodeFixedText(registration.model, fields.model),
    encodeFixedText(registration.terminalNo, fields.terminalNo),
    Uint8Array.of(registration.plateColor),
    encodeText(registration.plateNo),
  );
}
