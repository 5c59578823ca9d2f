import { joinBytes, readDword, readWord, writeDword, writeWord } from '../bytes.js';

/** The additional items of a position that the standard names (JT/T 808-2019, table 27). */
export interface KnownItems {
  /** 0x01: what the odometer reads. */
  mileageKm?: number;
  /** 0x02: litres in the tank. */
  fuelL?: number;
  /** 0x03: speed by the driving recorder. */
  recorderSpeedKph?: number;
  /** 0x04: id of an alarm that a person has to confirm. */
  alarmEventId?: number;
  /** 0x05: tyre pressures in Pa, one byte a tyre, 0xff where there is none. */
  tyrePressures?: Uint8Array;
  /** 0x06: temperature in the load, °C. */
  cargoTemperatureC?: number;
  /** 0x11: where an over-speed alarm belongs; no area: `areaId` null. */
  overspeed?: { readonly areaType: number; readonly areaId: number | null };
  /** 0x12: entering (0) or leaving (1) an area or route. */
  areaPassage?: { readonly areaType: number; readonly areaId: number; readonly direction: number };
  /** 0x13: a road section driven too fast (0) or too slowly (1). */
  sectionTime?: {
    readonly sectionId: number;
    readonly durationSec: number;
    readonly result: number;
  };
  /** 0x25: extended vehicle signals, bit by bit (table 31). */
  signalBits?: number;
  /** 0x2a: inputs and outputs, bit 0 deep sleep, bit 1 sleep. */
  ioBits?: number;
  /** 0x2b: two analogue inputs, the first in the low word. */
  analogs?: readonly [number, number];
  /** 0x30: mobile signal strength as sent. */
  rssi?: number;
  /** 0x31: satellites in use. */
  satellites?: number;
}

/** An item kept as it came: private, or of another length than the standard's. */
export interface RawItem {
  readonly id: number;
  readonly value: Uint8Array;
}

export interface AdditionalItems {
  readonly known: KnownItems;
  readonly raw: readonly RawItem[];
  /** Ids the standard names whose value had another length; they are among `raw`. */
  readonly oddIds: readonly number[];
  /** The bytes from the first item that claims more than there is; null when all was whole. */
  readonly rest: Uint8Array | null;
}

/** Reads one item into `known`; false when the length is not the standard's. */
type ItemReader = (known: KnownItems, bytes: Uint8Array, at: number, length: number) => boolean;

const exactly =
  (length: number, read: (known: KnownItems, bytes: Uint8Array, at: number) => void): ItemReader =>
  (known, bytes, at, actual) => {
    if (actual !== length) return false;
    read(known, bytes, at);
    return true;
  };

/** Two's complement of 16 bits: what is stored in signed words such as the load's temperature. */
const toSigned = (word: number): number => (word >= 0x8000 ? word - 0x1_0000 : word);

const READERS: ReadonlyMap<number, ItemReader> = new Map<number, ItemReader>([
  [0x01, exactly(4, (known, bytes, at) => (known.mileageKm = readDword(bytes, at) / 10))],
  [0x02, exactly(2, (known, bytes, at) => (known.fuelL = readWord(bytes, at) / 10))],
  [0x03, exactly(2, (known, bytes, at) => (known.recorderSpeedKph = readWord(bytes, at) / 10))],
  [0x04, exactly(2, (known, bytes, at) => (known.alarmEventId = readWord(bytes, at)))],
  [0x05, exactly(30, (known, bytes, at) => (known.tyrePressures = bytes.slice(at, at + 30)))],
  [
    0x06,
    exactly(2, (known, bytes, at) => (known.cargoTemperatureC = toSigned(readWord(bytes, at)))),
  ],
  [0x11, readOverspeed],
  [0x12, exactly(6, readAreaPassage)],
  [0x13, exactly(7, readSectionTime)],
  [0x25, exactly(4, (known, bytes, at) => (known.signalBits = readDword(bytes, at)))],
  [0x2a, exactly(2, (known, bytes, at) => (known.ioBits = readWord(bytes, at)))],
  [0x2b, exactly(4, readAnalogs)],
  [0x30, exactly(1, (known, bytes, at) => (known.rssi = bytes[at]!))],
  [0x31, exactly(1, (known, bytes, at) => (known.satellites = bytes[at]!))],
]);

function readOverspeed(known: KnownItems, bytes: Uint8Array, at: number, length: number): boolean {
  if (length !== 1 && length !== 5) return false;
  known.overspeed = {
    areaType: bytes[at]!,
    areaId: length === 5 ? readDword(bytes, at + 1) : null,
  };
  return true;
}

function readAreaPassage(known: KnownItems, bytes: Uint8Array, at: number): void {
  known.areaPassage = {
    areaType: bytes[at]!,
    areaId: readDword(bytes, at + 1),
    direction: bytes[at + 5]!,
  };
}

function readSectionTime(known: KnownItems, bytes: Uint8Array, at: number): void {
  known.sectionTime = {
    sectionId: readDword(bytes, at),
    durationSec: readWord(bytes, at + 4),
    result: bytes[at + 6]!,
  };
}

function readAnalogs(known: KnownItems, bytes: Uint8Array, at: number): void {
  known.analogs = [readWord(bytes, at + 2), readWord(bytes, at)];
}

/**
 * Reads the additional items in `bytes` from `from` up to `to`.
 *
 * Nothing here costs the position: an unknown item or one of odd length is kept raw, and an item
 * that claims more bytes than are left ends the list with the `rest`.
 */
export function decodeAdditionalItems(
  bytes: Uint8Array,
  from: number,
  to: number,
): AdditionalItems {
  const known: KnownItems = {};
  const raw: RawItem[] = [];
  const oddIds: number[] = [];
  let at = from;
  while (at < to) {
    const valueAt = at + 2;
    const next = valueAt + (at + 1 < to ? bytes[at + 1]! : to);
    if (next > to) return { known, raw, oddIds, rest: bytes.slice(at, to) };

    const id = bytes[at]!;
    const reader = READERS.get(id);
    if (!reader?.(known, bytes, valueAt, next - valueAt)) {
      raw.push({ id, value: bytes.slice(valueAt, next) });
      if (reader) oddIds.push(id);
    }
    at = next;
  }
  return { known, raw, oddIds, rest: null };
}

/** What a terminal of ours sends beside its position; other items go as raw ones. */
export type ItemsToSend = Pick<KnownItems, 'mileageKm' | 'fuelL' | 'recorderSpeedKph' | 'rssi'> &
  Pick<KnownItems, 'satellites'> & { readonly raw?: readonly RawItem[] };

/** The items' bytes in the order of their ids, raw ones last. */
export function encodeAdditionalItems(items: ItemsToSend): Uint8Array {
  const parts: Uint8Array[] = [];
  if (items.mileageKm !== undefined) {
    const value = new Uint8Array(4);
    writeDword(value, 0, Math.round(items.mileageKm * 10));
    parts.push(item(0x01, value));
  }
  if (items.fuelL !== undefined) parts.push(item(0x02, tenths(items.fuelL)));
  if (items.recorderSpeedKph !== undefined) parts.push(item(0x03, tenths(items.recorderSpeedKph)));
  if (items.rssi !== undefined) parts.push(item(0x30, Uint8Array.of(items.rssi)));
  if (items.satellites !== undefined) parts.push(item(0x31, Uint8Array.of(items.satellites)));
  for (const { id, value } of items.raw ?? []) parts.push(item(id, value));
  return joinBytes(...parts);
}

const item = (id: number, value: Uint8Array): Uint8Array =>
  joinBytes(Uint8Array.of(id, value.length), value);

function tenths(value: number): Uint8Array {
  const word = new Uint8Array(2);
  writeWord(word, 0, Math.round(value * 10));
  return word;
}
