export type RectificationState = 'ordered' | 'answered' | 'accepted' | 'failed';

/** States that may follow; `ordered` again sends an answer back. */
const NEXT: Readonly<Record<RectificationState, readonly RectificationState[]>> = {
  ordered: ['answered', 'failed'],
  answered: ['accepted', 'failed', 'ordered'],
  accepted: [],
  failed: [],
};

export const findNextStates = (state: RectificationState): readonly RectificationState[] =>
  NEXT[state];

/** Past its day and not settled. @param today the calendar day at the place, `YYYY-MM-DD` */
export const isOverdue = (
  { state, dueOn }: { readonly state: RectificationState; readonly dueOn: string },
  today: string,
): boolean => (state === 'ordered' || state === 'answered') && dueOn < today;
