import type { AlertState, DecideAlertRequest } from '@tongyun/contracts';

type AlertStep = DecideAlertRequest['state'];

type Steps = Readonly<Record<AlertState, readonly AlertStep[]>>;

/** What an authority may decide next on an alert; a closed one may be taken up again. */
const OF_AUTHORITY: Steps = {
  open: ['acknowledged', 'handling', 'closed', 'false_alarm'],
  acknowledged: ['handling', 'closed', 'false_alarm'],
  handling: ['closed', 'false_alarm'],
  closed: ['handling'],
  false_alarm: ['handling'],
  appealed: ['handling', 'closed', 'false_alarm'],
};

/** An enterprise calls none of its alerts false: it appeals, and waits for the authority. */
const OF_ENTERPRISE: Steps = {
  open: ['acknowledged', 'handling', 'closed', 'appealed'],
  acknowledged: ['handling', 'closed', 'appealed'],
  handling: ['closed', 'appealed'],
  closed: ['handling', 'appealed'],
  false_alarm: ['handling'],
  appealed: [],
};

/** Reading is no judgement: it may go without a word. */
export const STEPS_WITHOUT_NOTE: readonly AlertStep[] = ['acknowledged', 'handling'];

export const findAlertSteps = (state: AlertState, isAuthority: boolean): readonly AlertStep[] =>
  (isAuthority ? OF_AUTHORITY : OF_ENTERPRISE)[state];
