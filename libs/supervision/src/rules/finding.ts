export type FindingState = 'open' | 'answered' | 'sent_back' | 'accepted';

/** States that may follow; an answer that was sent back is followed by another. */
const NEXT: Readonly<Record<FindingState, readonly FindingState[]>> = {
  open: ['answered'],
  answered: ['accepted', 'sent_back'],
  sent_back: ['answered'],
  accepted: [],
};

export const findNextFindingStates = (state: FindingState): readonly FindingState[] => NEXT[state];

/**
 * Whether the enterprise owes an answer whose day is past; the day itself still counts as in time.
 *
 * @param today the calendar day at the place, `YYYY-MM-DD`
 */
export const isFindingOverdue = (
  { state, dueOn }: { readonly state: FindingState; readonly dueOn: string },
  today: string,
): boolean => NEXT[state].includes('answered') && dueOn < today;
