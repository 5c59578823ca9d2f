import type { AlertView } from '@tongyun/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAuthority } from '../../api/use-session.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { useDecideAlert } from './use-decide-alert.js';

type NotedState = 'closed' | 'false_alarm' | 'appealed';

const TITLES = {
  closed: 'alerts.closeTitle',
  false_alarm: 'alerts.falseAlarmTitle',
  appealed: 'alerts.appealTitle',
} as const;

/**
 * What may still be decided about an alert; closing asks what was done. An enterprise does not call
 * its own alert false: it appeals, and the authority decides.
 */
export function AlertDecisions({ alert }: { readonly alert: AlertView }) {
  const { t } = useTranslation('dispatcher');
  const { decide, isPending, mayDecide } = useDecideAlert();
  const [noting, setNoting] = useState<NotedState | null>(null);
  const isAuthority = useIsAuthority();
  const isOver = alert.state === 'closed' || alert.state === 'false_alarm';
  const isOthers = alert.state === 'appealed' && !isAuthority;
  if (!mayDecide || isOver || isOthers) return null;
  return (
    <>
      {alert.state === 'open' && (
        <Button
          data-testid="alert-acknowledge"
          loading={isPending}
          onClick={() => decide({ alert, state: 'acknowledged' })}
        >
          {t('alerts.acknowledge')}
        </Button>
      )}
      <Button data-testid="alert-close" onClick={() => setNoting('closed')}>
        {t('alerts.close')}
      </Button>
      {isAuthority ? (
        <Button type="text" onClick={() => setNoting('false_alarm')}>
          {t('alerts.falseAlarm')}
        </Button>
      ) : (
        <Button type="text" data-testid="alert-appeal" onClick={() => setNoting('appealed')}>
          {t('alerts.appeal')}
        </Button>
      )}
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
