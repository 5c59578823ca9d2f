/** What is in a drum: `priming_mortar` goes through a pump first, `wet_mortar` is ordered as such. */
export type LoadKind = 'concrete' | 'priming_mortar' | 'wet_mortar';

/** What an order of a grade asks for: M10 is wet mortar, C30 concrete. */
export const productOf = (grade: string): 'concrete' | 'wet_mortar' =>
  /^M\d/.test(grade) ? 'wet_mortar' : 'concrete';
