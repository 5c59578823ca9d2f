import type { RegistrationBody, RegistrationView } from '@tongyun/contracts';

export type Round = 'only' | 'first' | 'second';

/** A station on the way of a registration; `body` is null while the steps are not set yet. */
export type Stage =
  | { readonly at: 'draft' | 'registered' }
  | { readonly at: 'review'; readonly body: RegistrationBody | null; readonly round: Round };

export interface Way {
  readonly stages: readonly Stage[];
  /** Which of the stages the registration is at. */
  readonly current: number;
  /** It left its way there: sent back, suspended or cancelled. */
  readonly isAside: boolean;
}

export type SteppedRegistration = Pick<RegistrationView, 'state' | 'steps' | 'dueStep'>;

/** The way of a registration by the steps it was submitted under, and where it is on it. */
export function wayOf({ state, steps, dueStep }: SteppedRegistration): Way {
  const reviews = steps.map((body, nth): Stage => ({
    at: 'review',
    body,
    round: roundOf(nth, steps.length),
  }));
  const unset: Stage = { at: 'review', body: null, round: 'only' };
  const stages: readonly Stage[] = [
    { at: 'draft' },
    ...(reviews.length > 0 ? reviews : [unset]),
    { at: 'registered' },
  ];
  const last = stages.length - 1;
  if (dueStep !== null) return { stages, current: 1 + steps.indexOf(dueStep), isAside: false };
  if (state === 'draft') return { stages, current: 0, isAside: false };
  if (state === 'sent_back') return { stages, current: 0, isAside: true };
  return { stages, current: last, isAside: state !== 'registered' };
}

const roundOf = (nth: number, of: number): Round =>
  of === 1 ? 'only' : nth === 0 ? 'first' : 'second';
