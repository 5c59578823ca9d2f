import { joinBytes, readDword, readWord, toDword, toWord } from '../bytes.js';

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

/** As nearly always: nothing is made anew for it. */
const NO_ITEMS: readonly RawItem[] = [];
const NO_IDS: readonly number[] = [];

type Read = 'known' | 'odd' | 'private';

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
  let raw: RawItem[] | undefined;
  let oddIds: number[] | undefined;
  let at = from;
  while (at < to) {
    const valueAt = at + 2;
    const next = valueAt + (at + 1 < to ? bytes[at + 1]! : to);
    if (next > to) {
      return { known, raw: raw ?? NO_ITEMS, oddIds: oddIds ?? NO_IDS, rest: bytes.slice(at, to) };
    }

    const id = bytes[at]!;
    const read = readItem(known, id, bytes, valueAt, next - valueAt);
    if (read !== 'known') {
      (raw ??= []).push({ id, value: bytes.slice(valueAt, next) });
      if (read === 'odd') (oddIds ??= []).push(id);
    }
    at = next;
  }
  return { known, raw: raw ?? NO_ITEMS, oddIds: oddIds ?? NO_IDS, rest: null };
}

/** Puts the value of one item into `known` when the standard names it and its length. */
function readItem(
  known: KnownItems,
  id: number,
  bytes: Uint8Array,
  at: number,
  length: number,
): Read {
  switch (id) {
    case 0x01:
      if (length !== 4) return 'odd';
      known.mileageKm = readDword(bytes, at) / 10;
      return 'known';
    case 0x02:
      if (length !== 2) return 'odd';
      known.fuelL = readWord(bytes, at) / 10;
      return 'known';
    case 0x03:
      if (length !== 2) return 'odd';
      known.recorderSpeedKph = readWord(bytes, at) / 10;
      return 'known';
    case 0x04:
      if (length !== 2) return 'odd';
      known.alarmEventId = readWord(bytes, at);
      return 'known';
    case 0x05:
      if (length !== 30) return 'odd';
      known.tyrePressures = bytes.slice(at, at + 30);
      return 'known';
    case 0x06:
      if (length !== 2) return 'odd';
      known.cargoTemperatureC = readTemperature(bytes, at);
      return 'known';
    case 0x11:
      if (length !== 1 && length !== 5) return 'odd';
      known.overspeed = {
        areaType: bytes[at]!,
        areaId: length === 5 ? readDword(bytes, at + 1) : null,
      };
      return 'known';
    case 0x12:
      if (length !== 6) return 'odd';
      known.areaPassage = {
        areaType: bytes[at]!,
        areaId: readDword(bytes, at + 1),
        direction: bytes[at + 5]!,
      };
      return 'known';
    case 0x13:
      if (length !== 7) return 'odd';
      known.sectionTime = {
        sectionId: readDword(bytes, at),
        durationSec: readWord(bytes, at + 4),
        result: bytes[at + 6]!,
      };
      return 'known';
    case 0x25:
      if (length !== 4) return 'odd';
      known.signalBits = readDword(bytes, at);
      return 'known';
    case 0x2a:
      if (length !== 2) return 'odd';
      known.ioBits = readWord(bytes, at);
      return 'known';
    case 0x2b:
      if (length !== 4) return 'odd';
      known.analogs = [readWord(bytes, at + 2), readWord(bytes, at)];
      return 'known';
    case 0x30:
      if (length !== 1) return 'odd';
      known.rssi = bytes[at]!;
      return 'known';
    case 0x31:
      if (length !== 1) return 'odd';
      known.satellites = bytes[at]!;
      return 'known';
    default:
      return 'private';
  }
}

const SIGN_BIT = 0x8000;

/**
 * °C as a signed word. The standard says that the highest bit marks a negative value, and devices
 * take it either way: as a sign before the value or as two's complement. A load is nowhere near
 * −16,000 °C, so the reading nearer to zero is the one that was meant.
 */
function readTemperature(bytes: Uint8Array, at: number): number {
  const word = readWord(bytes, at);
  return word < SIGN_BIT ? word : Math.max(word - 2 * SIGN_BIT, SIGN_BIT - word);
}

/** What a terminal sends beside its position; items the standard does not name go as raw ones. */
export type ItemsToSend = Readonly<KnownItems> & { readonly raw?: readonly RawItem[] };

/** The items' bytes in the order of their ids, raw ones last. */
export function encodeAdditionalItems(items: ItemsToSend): Uint8Array {
  const parts: Uint8Array[] = [];
  const put = (id: number, ...value: Uint8Array[]) => {
    const length = value.reduce((sum, part) => sum + part.length, 0);
    parts.push(Uint8Array.of(id, length), ...value);
  };
  const { mileageKm, fuelL, recorderSpeedKph, alarmEventId, tyrePressures } = items;
  const { cargoTemperatureC, overspeed, areaPassage, sectionTime } = items;
  const { signalBits, ioBits, analogs, rssi, satellites, raw = [] } = items;
  if (mileageKm !== undefined) put(0x01, toDword(Math.round(mileageKm * 10)));
  if (fuelL !== undefined) put(0x02, toWord(Math.round(fuelL * 10)));
  if (recorderSpeedKph !== undefined) put(0x03, toWord(Math.round(recorderSpeedKph * 10)));
  if (alarmEventId !== undefined) put(0x04, toWord(alarmEventId));
  if (tyrePressures) put(0x05, tyrePressures);
  if (cargoTemperatureC !== undefined) put(0x06, toWord(cargoTemperatureC));
  if (overspeed) {
    const { areaType, areaId } = overspeed;
    put(0x11, Uint8Array.of(areaType), ...(areaId === null ? [] : [toDword(areaId)]));
  }
  if (areaPassage) {
    const { areaType, areaId, direction } = areaPassage;
    put(0x12, Uint8Array.of(areaType), toDword(areaId), Uint8Array.of(direction));
  }
  if (sectionTime) {
    const { sectionId, durationSec, result } = sectionTime;
    put(0x13, toDword(sectionId), toWord(durationSec), Uint8Array.of(result));
  }
  if (signalBits !== undefined) put(0x25, toDword(signalBits));
  if (ioBits !== undefined) put(0x2a, toWord(ioBits));
  if (analogs) put(0x2b, toWord(analogs[1]), toWord(analogs[0]));
  if (rssi !== undefined) put(0x30, Uint8Array.of(rssi));
  if (satellites !== undefined) put(0x31, Uint8Array.of(satellites));
  for (const { id, value } of raw) put(id, value);
  return joinBytes(...parts);
}
