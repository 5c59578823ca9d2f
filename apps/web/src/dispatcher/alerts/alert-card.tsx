import type { AlertView } from '@tongyun/contracts';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatTime, formatTimeSeconds } from '../../i18n/time.js';
import { useLanguage } from '../../i18n/use-language.js';
import { AlertDeliveries } from '../../ui/alert-deliveries.js';
import { useAlarmNames } from '../../ui/use-alarm-names.js';
import { useDesk } from '../desk.js';
import { AlertDecisions } from './alert-decisions.js';
import { LEVEL_COLORS } from './level-colors.js';

export interface AlertCardProps {
  readonly alert: AlertView;
  readonly isNew: boolean;
}

export function AlertCard({ alert, isNew }: AlertCardProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const { state, act } = useDesk();
  const isChosen = state.alert?.id === alert.id;
  const classes = [
    'alert-card',
    `alert-${alert.level}`,
    isNew && 'is-new',
    isChosen && 'is-chosen',
  ];
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      data-testid="alert-card"
      data-alert-code={alert.code}
      data-alert-state={alert.state}
      data-plate={alert.plateNo ?? ''}
    >
      <div className="alert-line">
        <strong>{shared(`alertCode.${alert.code}`)}</strong>
        <Tag color={LEVEL_COLORS[alert.level]}>{shared(`alertLevel.${alert.level}`)}</Tag>
        {alert.isLate && <Tag>{t('alerts.late')}</Tag>}
        {alert.causeCount > 1 && <Tag>{t('alerts.sameCause', { n: alert.causeCount })}</Tag>}
        <span className="app-bar-space" />
        <span className="alert-state">{shared(`alertState.${alert.state}`)}</span>
      </div>
      <div className="alert-line">
        <b>{alert.plateNo ?? t('alerts.unknownPlate')}</b>
        {alert.driverName !== null && <span>{alert.driverName}</span>}
        {alert.subjectName !== alert.plateNo && (
          <span className="alert-subject">{alert.subjectName}</span>
        )}
      </div>
      <AlertValues alert={alert} />
      <AlertTimes alert={alert} />
      {alert.mute && (
        <div className="alert-reason" data-testid="alert-muted">
          {t(`alerts.muted.${alert.mute.ground}`, {
            until: formatDateTime(alert.mute.until),
            reason: alert.mute.reason,
          })}
        </div>
      )}
      <AlertDeliveries alertId={alert.id} />
      <div className="alert-line alert-actions">
        <Button data-testid="alert-locate" onClick={() => act({ do: 'select_alert', alert })}>
          {t('alerts.locate')}
        </Button>
        <AlertDecisions alert={alert} />
      </div>
    </li>
  );
}

/** Metres above a kilometre are read as kilometres. */
function inUnit(value: number, unit: string | null): { value: string; unit: string } {
  if (unit === 'm' && Math.abs(value) >= 1_000)
    return { value: (value / 1_000).toFixed(2), unit: 'km' };
  return { value: Number.isInteger(value) ? String(value) : value.toFixed(1), unit: unit ?? '' };
}

function AlertValues({
  alert: { value, limitValue, unit, reasons },
}: {
  readonly alert: AlertView;
}) {
  const { t } = useTranslation('dispatcher');
  const language = useLanguage();
  const alarms = useAlarmNames()({ value, unit });
  return (
    <>
      {alarms !== null && <div className="alert-line">{alarms}</div>}
      {value !== null && alarms === null && (
        <div className="alert-line">
          <span>{t('alerts.value', inUnit(value, unit))}</span>
          {limitValue !== null && <span>{t('alerts.limit', inUnit(limitValue, unit))}</span>}
        </div>
      )}
      {reasons.map(({ code, sentence }) => (
        <div key={code} className="alert-reason">
          {sentence[language]}
        </div>
      ))}
    </>
  );
}

function AlertTimes({ alert: { startedAt, endedAt, evidence } }: { readonly alert: AlertView }) {
  const { t } = useTranslation('dispatcher');
  return (
    <div className="alert-line alert-times">
      <span>{t('alerts.since', { at: formatTimeSeconds(startedAt) })}</span>
      {endedAt !== null && <span>{t('alerts.ended', { at: formatTime(endedAt) })}</span>}
      <span>{t('alerts.evidence', { count: evidence.length })}</span>
    </div>
  );
}
