/** Colours a plate comes in, as words; protocols' numbers are mapped at their edges. */
export type PlateColorWord =
  'yellow' | 'yellow_green' | 'blue' | 'green' | 'black' | 'white' | 'other';

/** Province, city letter, then what follows; letters I and O are never used (GA 36). */
const PATTERN_OF: Readonly<Record<PlateColorWord, RegExp>> = {
  yellow: /^\p{Script=Han}[A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学]$/u,
  yellow_green: /^\p{Script=Han}[A-HJ-NP-Z]\d{5}[A-HJK]$/u,
  blue: /^\p{Script=Han}[A-HJ-NP-Z][A-HJ-NP-Z0-9]{5}$/u,
  green: /^\p{Script=Han}[A-HJ-NP-Z][A-HJK][A-HJ-NP-Z0-9]\d{4}$/u,
  black: /^\p{Script=Han}[A-HJ-NP-Z][A-HJ-NP-Z0-9]{4,5}[港澳]?$/u,
  white: /^\p{Script=Han}[A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9警]$/u,
  other: /^\p{Script=Han}[A-HJ-NP-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学]$/u,
};

/** Writes a plate the one way it is stored: half-width capitals, no blanks, dots or dashes. */
export const normalisePlate = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\0·•・.\-_]/gu, '');

/**
 * Whether a normalised plate has the places that its colour demands.
 *
 * Large trucks carry yellow plates of seven places, large new-energy ones yellow-green plates of
 * eight with the energy letter last (rules.md §2). Trailers and vehicles that driving is taught on
 * have yellow ones too, which end in 挂 or 学 (GA 36). Without a colour any colour's pattern will do.
 */
export function isPlate(plateNo: string, color: PlateColorWord | null): boolean {
  if (color !== null) return PATTERN_OF[color].test(plateNo);
  return Object.values(PATTERN_OF).some((pattern) => pattern.test(plateNo));
}

/** Whether a plate is a trailer's or a driving school's: no vehicle that works under its own power has one. */
export const isTrailersOrSchools = (plateNo: string): boolean => /[挂学]$/u.test(plateNo);
