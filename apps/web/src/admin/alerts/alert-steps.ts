import type { AlertState, DecideAlertRequest } from '@tongyun/contracts';

type AlertStep = DecideAlertRequest['state'];

/** What may be decided next on an alert; a closed one may be taken up again. */
const NEXT: Readonly<Record<AlertState, readonly AlertStep[]>> = {
  open: ['acknowledged', 'handling', 'closed', 'false_alarm'],
  acknowledged: ['handling', 'closed', 'false_alarm'],
  handling: ['closed', 'false_alarm'],
  closed: ['handling'],
  false_alarm: ['handling'],
  appealed: ['handling', 'closed', 'false_alarm'],
};

/** Reading is no judgement: it may go without a word. */
export const STEPS_WITHOUT_NOTE: readonly AlertStep[] = ['acknowledged', 'handling'];

export const findAlertSteps = (state: AlertState): readonly AlertStep[] => NEXT[state];
