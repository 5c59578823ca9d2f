export type ShareState = 'offered' | 'accepted' | 'declined' | 'withdrawn';

/** On whose behalf somebody asks: of the enterprise that leads the pour, or of its partner. */
export type ShareSide = 'lead' | 'partner';

const STEPS: Readonly<Record<ShareState, Readonly<Record<ShareSide, readonly ShareState[]>>>> = {
  offered: { lead: ['withdrawn'], partner: ['accepted', 'declined'] },
  accepted: { lead: ['withdrawn'], partner: ['withdrawn'] },
  declined: { lead: [], partner: [] },
  withdrawn: { lead: [], partner: [] },
};

/** The states that one side may give a share next; empty when it is over for it. */
export const shareStepsFrom = (state: ShareState, side: ShareSide): readonly ShareState[] =>
  STEPS[state][side];

/** Whether one of the sides asked for may take the step; the first that may, null when none does. */
export const sideForStep = (
  state: ShareState,
  to: ShareState,
  sides: readonly ShareSide[],
): ShareSide | null => sides.find((side) => shareStepsFrom(state, side).includes(to)) ?? null;
