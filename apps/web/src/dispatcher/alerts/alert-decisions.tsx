import type { AlertView, DecideAlertRequest } from '@tongyun/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAuthority } from '../../api/use-session.js';
import { findAlertSteps, STEPS_WITHOUT_NOTE } from '../../ui/alert-steps.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { useDecideAlert } from './use-decide-alert.js';

type Step = DecideAlertRequest['state'];

const BUTTONS = {
  acknowledged: { text: 'alerts.acknowledge', testId: 'alert-acknowledge' },
  handling: { text: 'alerts.handle', testId: 'alert-handle' },
  closed: { text: 'alerts.close', testId: 'alert-close' },
  false_alarm: { text: 'alerts.falseAlarm', testId: 'alert-false' },
  appealed: { text: 'alerts.appeal', testId: 'alert-appeal' },
} as const satisfies Record<Step, { readonly text: string; readonly testId: string }>;

const TITLES = {
  acknowledged: 'alerts.acknowledge',
  handling: 'alerts.handle',
  closed: 'alerts.closeTitle',
  false_alarm: 'alerts.falseAlarmTitle',
  appealed: 'alerts.appealTitle',
} as const satisfies Record<Step, string>;

/** The last resort on either side stands back behind the others. */
const QUIET: readonly Step[] = ['false_alarm', 'appealed'];

/**
 * What may still be decided about an alert; closing asks what was done. An enterprise does not call
 * its own alert false: it appeals, and the authority decides.
 */
export function AlertDecisions({ alert }: { readonly alert: AlertView }) {
  const { t } = useTranslation('dispatcher');
  const { decide, isPending, mayDecide } = useDecideAlert();
  const [noting, setNoting] = useState<Step | null>(null);
  const steps = findAlertSteps(alert.state, useIsAuthority());
  if (!mayDecide) return null;
  const take = (state: Step) =>
    STEPS_WITHOUT_NOTE.includes(state) ? decide({ alert, state }) : setNoting(state);
  return (
    <>
      {steps.map((state) => (
        <Button
          key={state}
          data-testid={BUTTONS[state].testId}
          type={QUIET.includes(state) ? 'text' : 'default'}
          disabled={isPending}
          onClick={() => take(state)}
        >
          {t(BUTTONS[state].text)}
        </Button>
      ))}
      <ReasonModal
        title={t(TITLES[noting ?? 'closed'])}
        isOpen={noting !== null}
        isPending={isPending}
        onCancel={() => setNoting(null)}
        onReason={(note) => {
          if (noting) decide({ alert, state: noting, note }, { onSuccess: () => setNoting(null) });
        }}
      />
    </>
  );
}
