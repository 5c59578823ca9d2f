import { joinBytes, readDword, readWord, toDword, toWord } from '../bytes.js';
import { decodeText, encodeText } from '../gbk.js';
import type { RawItem } from './additional-items.js';

type ParameterKind = 'byte' | 'word' | 'dword' | 'text';
interface Parameter<Kind extends ParameterKind> {
  readonly id: number;
  readonly kind: Kind;
}
const byte = (id: number): Parameter<'byte'> => ({ id, kind: 'byte' });
const word = (id: number): Parameter<'word'> => ({ id, kind: 'word' });
const dword = (id: number): Parameter<'dword'> => ({ id, kind: 'dword' });
const text = (id: number): Parameter<'text'> => ({ id, kind: 'text' });

/**
 * What can be set in a terminal, with the id it has on the wire (JT/T 808-2019, table 12; those that
 * 2013 has beside them: 0x18–0x19). What is not named here goes by its id alone.
 */
export const PARAMETERS = {
  heartbeatIntervalSec: dword(0x01),
  tcpAnswerTimeoutSec: dword(0x02),
  tcpResends: dword(0x03),
  udpAnswerTimeoutSec: dword(0x04),
  udpResends: dword(0x05),
  smsAnswerTimeoutSec: dword(0x06),
  smsResends: dword(0x07),
  mainApn: text(0x10),
  mainDialUser: text(0x11),
  mainDialPassword: text(0x12),
  mainServer: text(0x13),
  backupApn: text(0x14),
  backupDialUser: text(0x15),
  backupDialPassword: text(0x16),
  backupServer: text(0x17),
  tcpPort: dword(0x18),
  udpPort: dword(0x19),
  cardServer: text(0x1a),
  cardTcpPort: dword(0x1b),
  cardUdpPort: dword(0x1c),
  cardBackupServer: text(0x1d),
  /** 0 by time, 1 by distance, 2 by both. */
  reportStrategy: dword(0x20),
  /** 0 by the ignition, 1 by sign-in first. */
  reportScheme: dword(0x21),
  noDriverIntervalSec: dword(0x22),
  slaveApn: text(0x23),
  slaveDialUser: text(0x24),
  slaveDialPassword: text(0x25),
  slaveServer: text(0x26),
  sleepIntervalSec: dword(0x27),
  emergencyIntervalSec: dword(0x28),
  defaultIntervalSec: dword(0x29),
  defaultDistanceM: dword(0x2c),
  noDriverDistanceM: dword(0x2d),
  sleepDistanceM: dword(0x2e),
  emergencyDistanceM: dword(0x2f),
  /** Degrees of a turn that is reported, below 180. */
  turnAngleDeg: dword(0x30),
  /** How far a parked vehicle may be moved before it counts as illegal displacement. */
  fenceRadiusM: word(0x31),
  platformPhone: text(0x40),
  resetPhone: text(0x41),
  factoryResetPhone: text(0x42),
  platformSmsPhone: text(0x43),
  alarmSmsPhone: text(0x44),
  callAnswerStrategy: dword(0x45),
  maxCallSec: dword(0x46),
  maxCallPerMonthSec: dword(0x47),
  monitorPhone: text(0x48),
  supervisorSmsPhone: text(0x49),
  /** Bits of the alarm word that are not to be sent. */
  alarmMaskBits: dword(0x50),
  alarmSmsBits: dword(0x51),
  alarmPhotoBits: dword(0x52),
  alarmPhotoKeepBits: dword(0x53),
  keyAlarmBits: dword(0x54),
  maxSpeedKph: dword(0x55),
  overspeedDurationSec: dword(0x56),
  maxDrivingSec: dword(0x57),
  maxDrivingPerDaySec: dword(0x58),
  minRestSec: dword(0x59),
  maxParkingSec: dword(0x5a),
  /** Tenths of km/h below the limit at which the driver is warned. */
  overspeedWarningTenthKph: word(0x5b),
  fatigueWarningSec: word(0x5c),
  /** Low byte: milliseconds × 4; high byte: tenths of g. */
  collisionAlarm: word(0x5d),
  rolloverAngleDeg: word(0x5e),
  timedPhotoBits: dword(0x64),
  distancePhotoBits: dword(0x65),
  imageQuality: dword(0x70),
  brightness: dword(0x71),
  contrast: dword(0x72),
  saturation: dword(0x73),
  chroma: dword(0x74),
  odometerTenthKm: dword(0x80),
  provinceId: word(0x81),
  cityId: word(0x82),
  plateNo: text(0x83),
  plateColor: byte(0x84),
  /** Bit 0 GPS, 1 BeiDou, 2 GLONASS, 3 Galileo. */
  gnssBits: byte(0x90),
  gnssBaudRate: byte(0x91),
  gnssOutputRate: byte(0x92),
  gnssSamplingSec: dword(0x93),
  gnssUploadMode: byte(0x94),
  gnssUploadSetting: dword(0x95),
  can1SamplingMs: dword(0x100),
  can1UploadSec: word(0x101),
  can2SamplingMs: dword(0x102),
  can2UploadSec: word(0x103),
} as const;

export type ParameterName = keyof typeof PARAMETERS;
export type TerminalParameters = {
  [Name in ParameterName]?: (typeof PARAMETERS)[Name]['kind'] extends 'text' ? string : number;
};

const NAMES = Object.keys(PARAMETERS) as ParameterName[];
const NAME_OF = new Map<number, ParameterName>(NAMES.map((name) => [PARAMETERS[name].id, name]));
const BYTES: Readonly<Record<ParameterKind, number | null>> = {
  byte: 1,
  word: 2,
  dword: 4,
  text: null,
};

/** A list of parameters as it stands in 0x8103 and 0x0104. */
export interface ParameterList {
  readonly known: TerminalParameters;
  /** Those without a name here or of another length than the standard's. */
  readonly raw: readonly RawItem[];
  /** How many the sender says there are. */
  readonly statedCount: number;
}

const ITEM_HEAD_BYTES = 5;

/** Reads a list of parameters from its count on; what is cut at the end is left out. */
export function decodeParameterList(body: Uint8Array, from: number): ParameterList {
  const known: Record<string, string | number> = {};
  const raw: RawItem[] = [];
  let at = from + 1;
  while (at + ITEM_HEAD_BYTES <= body.length) {
    const id = readDword(body, at);
    const valueAt = at + ITEM_HEAD_BYTES;
    const next = valueAt + body[at + 4]!;
    if (next > body.length) break;
    const name = NAME_OF.get(id);
    const value = name && readValue(body, valueAt, next, PARAMETERS[name].kind);
    if (name === undefined || value === undefined) {
      raw.push({ id, value: body.slice(valueAt, next) });
    } else {
      known[name] = value;
    }
    at = next;
  }
  return { known, raw, statedCount: body[from]! };
}

function readValue(
  body: Uint8Array,
  from: number,
  to: number,
  kind: ParameterKind,
): string | number | undefined {
  if (kind === 'text') return decodeText(body, from, to);
  if (to - from !== BYTES[kind]) return undefined;
  if (kind === 'byte') return body[from]!;
  return kind === 'word' ? readWord(body, from) : readDword(body, from);
}

/** A list of parameters from its count on; at most 255, and texts of at most 255 bytes. */
export function encodeParameterList(parameters: TerminalParameters): Uint8Array {
  const items = NAMES.filter((name) => parameters[name] !== undefined).map((name) => {
    const { id, kind } = PARAMETERS[name];
    const value = writeValue(parameters[name]!, kind);
    return joinBytes(toDword(id), Uint8Array.of(value.length), value);
  });
  return joinBytes(Uint8Array.of(items.length), ...items);
}

function writeValue(value: string | number, kind: ParameterKind): Uint8Array {
  if (typeof value === 'string') return encodeText(value).subarray(0, 255);
  if (kind === 'byte') return Uint8Array.of(value);
  return kind === 'word' ? toWord(value) : toDword(value);
}
