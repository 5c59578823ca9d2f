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

/** States of one that somebody still has a word on: its day counts. */
export const UNSETTLED_RECTIFICATIONS: readonly RectificationState[] = ['ordered', 'answered'];
