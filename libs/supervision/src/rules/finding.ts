export type FindingState = 'open' | 'answered' | 'sent_back' | 'accepted' | 'withdrawn';

/**
 * States that may follow; an answer that was sent back is followed by another. That a finding was an
 * error may come out after its answer was accepted.
 */
const NEXT: Readonly<Record<FindingState, readonly FindingState[]>> = {
  open: ['answered', 'withdrawn'],
  answered: ['accepted', 'sent_back', 'withdrawn'],
  sent_back: ['answered', 'withdrawn'],
  accepted: ['withdrawn'],
  withdrawn: [],
};

export const findNextFindingStates = (state: FindingState): readonly FindingState[] => NEXT[state];

/** Whether nothing more is said to a finding, whatever may yet come out about it. */
export const isFindingSettled = (state: FindingState): boolean =>
  state === 'accepted' || state === 'withdrawn';

/**
 * Whether the enterprise owes an answer whose day is past; the day itself still counts as in time.
 *
 * @param today the calendar day at the place, `YYYY-MM-DD`
 */
export const isFindingOverdue = (
  { state, dueOn }: { readonly state: FindingState; readonly dueOn: string },
  today: string,
): boolean => NEXT[state].includes('answered') && dueOn < today;
