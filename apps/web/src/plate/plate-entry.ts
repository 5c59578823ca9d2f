import { type PlateColor, plateNo } from '@tongyun/contracts';

/** A plate while it is being entered: up to eight places and the colour chosen beside them. */
export interface PlateEntry {
  readonly places: string;
  readonly color: PlateColor;
}

export const PLATE_PLACES = 8;
const HOME_PROVINCE = '浙';

/** The province is there already and heavy vehicles carry yellow plates: two taps fewer. */
export const EMPTY_PLATE: PlateEntry = { places: HOME_PROVINCE, color: 'yellow' };

/** Home and neighbours first, then the rest in the order of GA 36. */
const PROVINCES = '浙沪苏皖赣闽京津冀晋蒙辽吉黑鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';
const DIGITS = '1234567890';
/** Plates leave out I and O, which read as 1 and 0. */
const LETTERS = 'QWERTYUPASDFGHJKLZXCVBNM';
const TAILS = '挂学警港澳';

/** Colours whose plates have eight places (new energy); the others have seven. */
const EIGHT_PLACE_OF: Partial<Record<PlateColor, PlateColor>> = {
  yellow: 'yellow_green',
  blue: 'green',
};
const SEVEN_PLACE_OF: Partial<Record<PlateColor, PlateColor>> = {
  yellow_green: 'yellow',
  green: 'blue',
};

/** Rows of keys that fit the next place; empty once all eight are filled. */
export function findKeys(places: string): readonly string[] {
  const index = places.length;
  if (index >= PLATE_PLACES) return [];
  if (index === 0) return rowsOf(PROVINCES, 8);
  if (index === 1) return rowsOf(LETTERS, 8);
  const rows = [...rowsOf(DIGITS, 5), ...rowsOf(LETTERS, 8)];
  return index === 6 ? [...rows, TAILS] : rows;
}

/** Adds a place; a key that does not fit there changes nothing. */
export function pressKey(entry: PlateEntry, key: string): PlateEntry {
  if (!findKeys(entry.places).some((row) => row.includes(key))) return entry;
  return withPlaces(entry, entry.places + key);
}

/** Takes the last place away. */
export const eraseKey = (entry: PlateEntry): PlateEntry =>
  withPlaces(entry, entry.places.slice(0, -1));

/**
 * Reads typed or pasted text as a plate.
 *
 * Separators and what fits nowhere are dropped, lower case and full width are taken for what they
 * mean, O and I become 0 and 1, and a plate without a province is a home one.
 */
export function readPlate(entry: PlateEntry, text: string): PlateEntry {
  const typed = text.normalize('NFKC').toUpperCase();
  const hasProvince = [...typed].some((key) => PROVINCES.includes(key));
  const keys = [...(hasProvince || typed === '' ? typed : HOME_PROVINCE + typed)];
  const read = keys.reduce<PlateEntry>(
    (soFar, key) => pressKey(soFar, soFar.places.length < 2 ? key : readable(key)),
    { ...entry, places: '' },
  );
  return withPlaces(entry, read.places);
}

/** The plate is one the server would take, and its length is that of its colour. */
export function isCompletePlate({ places, color }: PlateEntry): boolean {
  const isLengthRight =
    places.length === PLATE_PLACES ? !(color in EIGHT_PLACE_OF) : !(color in SEVEN_PLACE_OF);
  return isLengthRight && plateNo.safeParse(places).success;
}

/** `浙A·12345`, as it is painted on the vehicle; an equipment number as it is. */
export const formatPlate = (places: string): string =>
  /^\p{Script=Han}[A-Z]./u.test(places) ? `${places.slice(0, 2)}·${places.slice(2)}` : places;

const readable = (key: string): string => (key === 'O' ? '0' : key === 'I' ? '1' : key);

/** The eighth place turns yellow and blue into their new-energy colours, and back. */
function withPlaces(entry: PlateEntry, places: string): PlateEntry {
  const colors = places.length === PLATE_PLACES ? EIGHT_PLACE_OF : SEVEN_PLACE_OF;
  const hasCrossed = (places.length === PLATE_PLACES) !== (entry.places.length === PLATE_PLACES);
  return { places, color: hasCrossed ? (colors[entry.color] ?? entry.color) : entry.color };
}

function rowsOf(keys: string, perRow: number): string[] {
  const rows: string[] = [];
  for (let start = 0; start < keys.length; start += perRow) {
    rows.push(keys.slice(start, start + perRow));
  }
  return rows;
}
