import { type AlertView, alertLevel } from '@tongyun/contracts';
import { Button, Tag } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTimeSeconds } from '../../i18n/time.js';
import { AlertCard } from './alert-card.js';
import { LEVEL_COLORS } from './level-colors.js';
import { useAlertsOfCause } from './use-alerts-of-cause.js';

export interface CauseCardProps {
  readonly alerts: readonly [AlertView, ...AlertView[]];
  readonly heardId: string | undefined;
}

/** What one thing made of many vehicles: one card with how many they are, which unfolds into them. */
export function CauseCard({ alerts, heardId }: CauseCardProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const [first] = alerts;
  const level = alertLevel.options.findLast((one) => alerts.some((alert) => alert.level === one));
  // Each says how many there were when it was told of.
  const count = Math.max(...alerts.map(({ causeCount }) => causeCount));
  const rows = useAlertsOfCause(alerts, isOpen);
  const openCount = alerts.filter(({ state }) => state === 'open').length;
  const isNew = alerts.some(({ id }) => id === heardId);
  return (
    <li
      className={`alert-card alert-${level ?? first.level}${isNew ? ' is-new' : ''}`}
      data-testid="cause-card"
      data-alert-code={first.code}
    >
      <div className="alert-line">
        <strong>{shared(`alertCode.${first.code}`)}</strong>
        <Tag color={LEVEL_COLORS[level ?? first.level]}>
          {shared(`alertLevel.${level ?? first.level}`)}
        </Tag>
        <Tag data-testid="cause-count">{t('alerts.sameCause', { n: count })}</Tag>
        <span className="app-bar-space" />
        {openCount > 0 && (
          <span className="alert-state">{t('alerts.openOfCause', { n: openCount })}</span>
        )}
      </div>
      <div className="alert-line">
        {first.enterpriseName !== null && <b>{first.enterpriseName}</b>}
        <span className="alert-times">
          {t('alerts.since', { at: formatTimeSeconds(first.startedAt) })}
        </span>
      </div>
      <div className="alert-line alert-actions">
        <Button
          aria-expanded={isOpen}
          aria-controls={listId}
          data-testid="cause-unfold"
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'alerts.fold' : 'alerts.unfold')}
        </Button>
      </div>
      <ul id={listId} className="alert-list" hidden={!isOpen}>
        {isOpen &&
          rows.map((alert) => (
            <AlertCard key={alert.id} alert={alert} isNew={alert.id === heardId} />
          ))}
      </ul>
    </li>
  );
}
