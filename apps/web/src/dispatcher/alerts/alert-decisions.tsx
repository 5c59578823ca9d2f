import type { AlertView } from '@tongyun/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonModal } from '../../ui/reason-modal.js';
import { useDecideAlert } from './use-decide-alert.js';

type NotedState = 'closed' | 'false_alarm';

/** What may still be decided about an alert; closing asks what was done. */
export function AlertDecisions({ alert }: { readonly alert: AlertView }) {
  const { t } = useTranslation('dispatcher');
  const { decide, isPending, mayDecide } = useDecideAlert();
  const [noting, setNoting] = useState<NotedState | null>(null);
  const isOver = alert.state === 'closed' || alert.state === 'false_alarm';
  if (!mayDecide || isOver) return null;
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
      <Button type="text" onClick={() => setNoting('false_alarm')}>
        {t('alerts.falseAlarm')}
      </Button>
      <ReasonModal
        title={t(noting === 'false_alarm' ? 'alerts.falseAlarmTitle' : 'alerts.closeTitle')}
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
