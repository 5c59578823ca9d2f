/** The states of an alert, as the glossary spells them (§5). */
export type AlertLifeState =
  'open' | 'acknowledged' | 'handling' | 'closed' | 'false_alarm' | 'appealed';

export interface AlertStep {
  readonly from: AlertLifeState;
  readonly to: AlertLifeState;
  readonly note: string | null;
  /** Whether an authority decides, not the enterprise the alert is about. */
  readonly isAuthority: boolean;
}

export type AlertStepVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code:
        | 'ALERT_STEP_NOT_ALLOWED'
        | 'ALERT_STEP_NOT_YOURS'
        | 'ALERT_NOTE_REQUIRED'
        | 'ALERT_UNDER_APPEAL';
      readonly allowed: readonly AlertLifeState[];
    };

const NEXT: Readonly<Record<AlertLifeState, readonly AlertLifeState[]>> = {
  open: ['acknowledged', 'handling', 'closed', 'false_alarm', 'appealed'],
  acknowledged: ['handling', 'closed', 'false_alarm', 'appealed'],
  handling: ['closed', 'false_alarm', 'appealed'],
  closed: ['handling', 'appealed'],
  false_alarm: ['handling'],
  appealed: ['handling', 'closed', 'false_alarm'],
};
/** What would take an alert out of the evidence against an enterprise. */
const OF_AUTHORITIES: readonly AlertLifeState[] = ['false_alarm'];
const NOTED: readonly AlertLifeState[] = ['false_alarm', 'appealed'];

/**
 * Judges whether an alert may go from one state to another.
 *
 * To call an alert false or to appeal says why. Only an authority calls one false, as it then speaks
 * no more against the enterprise, which may appeal; an appeal too is decided by an authority, never by
 * the enterprise that made it. A closed alert may be taken up again.
 */
export function judgeAlertStep({ from, to, note, isAuthority }: AlertStep): AlertStepVerdict {
  const next = NEXT[from];
  const allowed = isAuthority ? next : next.filter((state) => !OF_AUTHORITIES.includes(state));
  if (!next.includes(to)) return { ok: false, code: 'ALERT_STEP_NOT_ALLOWED', allowed };
  if (from === 'appealed' && !isAuthority)
    return { ok: false, code: 'ALERT_UNDER_APPEAL', allowed: [] };
  if (!allowed.includes(to)) return { ok: false, code: 'ALERT_STEP_NOT_YOURS', allowed };
  if (NOTED.includes(to) && note === null)
    return { ok: false, code: 'ALERT_NOTE_REQUIRED', allowed };
  return { ok: true };
}
