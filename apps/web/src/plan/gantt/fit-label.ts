const WIDE_PX = 12;
const NARROW_PX = 6.6;
const PADDING_PX = 10;

const isWide = (letter: string): boolean => letter.codePointAt(0)! > 0x2e7f;

/** As much of a label as fits into so many pixels at 12 px; nothing rather than a single letter. */
export function fitLabel(label: string, widthPx: number): string {
  let room = widthPx - PADDING_PX;
  let fitting = '';
  for (const letter of label) {
    room -= isWide(letter) ? WIDE_PX : NARROW_PX;
    if (room < 0) return fitting.length > 1 ? `${fitting.slice(0, -1)}…` : '';
    fitting += letter;
  }
  return fitting;
}
