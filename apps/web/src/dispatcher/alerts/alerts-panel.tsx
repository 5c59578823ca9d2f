import type { AlertView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Empty, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BellIcon, MutedBellIcon } from '../../ui/icons.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { alertsNow } from '../queries.js';
import { AlertCard } from './alert-card.js';
import { CauseCard } from './cause-card.js';
import { groupByCause } from './group-by-cause.js';
import type { AlertSound } from './use-alert-sound.js';

type Shown = 'to_do' | 'all';

export interface AlertsPanelProps {
  readonly sound: AlertSound;
  /** The newest alert that came while the page was open; read aloud by screen readers. */
  readonly heard: AlertView | null;
}

const isToDo = ({ state }: AlertView) => state !== 'closed' && state !== 'false_alarm';

export function AlertsPanel({ sound, heard }: AlertsPanelProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const [shown, setShown] = useState<Shown>('to_do');
  const alerts = useQuery(alertsNow());
  const all = alerts.data ?? [];
  const rows = shown === 'to_do' ? all.filter(isToDo) : all;
  const openCount = all.filter(({ state }) => state === 'open').length;
  const announcement = heard
    ? t('alerts.arrived', {
        what: shared(`alertCode.${heard.code}`),
        plate: heard.plateNo ?? t('alerts.unknownPlate'),
      })
    : '';

  return (
    <section className="desk-right" aria-label={t('alerts.title')} data-testid="alerts-panel">
      <header className="desk-panel-head">
        <h2>{t('alerts.title')}</h2>
        <Badge count={openCount} overflowCount={999} data-testid="alerts-open-count" />
        <span className="app-bar-space" />
        <Segmented<Shown>
          value={shown}
          onChange={setShown}
          options={[
            { value: 'to_do', label: t('alerts.toDo') },
            { value: 'all', label: t('alerts.all') },
          ]}
        />
        <Button
          aria-pressed={sound.isMuted}
          aria-label={t(sound.isMuted ? 'alerts.unmute' : 'alerts.mute')}
          title={t(sound.isMuted ? 'alerts.unmute' : 'alerts.mute')}
          data-testid="alerts-mute"
          onClick={sound.toggle}
        >
          {sound.isMuted ? <MutedBellIcon /> : <BellIcon />}
        </Button>
      </header>
      <div className="visually-hidden" role="alert">
        {announcement}
      </div>
      <RefusalNotice error={alerts.error} />
      <Spin spinning={alerts.isPending}>
        <ul className="alert-list">
          {groupByCause(rows).map(({ key, alerts: [alert, ...others] }) =>
            others.length > 0 ? (
              <CauseCard key={key} alerts={[alert, ...others]} heardId={heard?.id} />
            ) : (
              <AlertCard key={key} alert={alert} isNew={alert.id === heard?.id} />
            ),
          )}
        </ul>
        {rows.length === 0 && !alerts.isPending && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('alerts.empty')} />
        )}
      </Spin>
    </section>
  );
}
