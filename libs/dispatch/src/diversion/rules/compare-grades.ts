/** What a mark such as `C30 P8` says: strength in MPa, and further marks with their numbers. */
interface Grade {
  readonly strength: number;
  readonly marks: ReadonlyMap<string, number>;
}

export type GradeFit =
  | { readonly is: 'same' }
  | { readonly is: 'better'; readonly byMpa: number }
  | { readonly is: 'too_low' }
  | {
      readonly is: 'lacks_marks';
      readonly marks: readonly string[];
    };

/**
 * Compares the grade that a drum holds with one that is ordered: the same, better, or why not.
 *
 * A stronger concrete may stand for a weaker one. Each further mark that is ordered has to be there,
 * with a number that is not lower (P8 stands for P6); marks that were not ordered do no harm.
 */
export function compareGrades(carried: string, ordered: string): GradeFit {
  const [has, wants] = [readGrade(carried), readGrade(ordered)];
  if (has.strength < wants.strength) return { is: 'too_low' };
  const missing = [...wants.marks].filter(([mark, number]) => {
    const there = has.marks.get(mark);
    return there === undefined || there < number;
  });
  if (missing.length > 0) {
    return { is: 'lacks_marks', marks: missing.map(([mark, number]) => nameOf(mark, number)) };
  }
  if (carried.trim() === ordered.trim()) return { is: 'same' };
  return { is: 'better', byMpa: has.strength - wants.strength };
}

const UNNUMBERED = 0;
const nameOf = (mark: string, number: number): string =>
  number === UNNUMBERED ? mark : `${mark}${number}`;

function readGrade(text: string): Grade {
  const [, strength = '0', rest = ''] = /^C(\d+)(.*)$/.exec(text.trim()) ?? [];
  const marks = rest.split(/[\s-]+/).flatMap((token): [string, number][] => {
    if (token === '') return [];
    const [, letters = token, number] = /^([A-Z]+)(\d+)$/.exec(token) ?? [];
    return [[letters, number === undefined ? UNNUMBERED : Number(number)]];
  });
  return { strength: Number(strength), marks: new Map(marks) };
}
