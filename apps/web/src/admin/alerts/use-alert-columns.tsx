import type { AlertView } from '@tongyun/contracts';
import { Button, Flex, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIsAuthority, usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { findAlertSteps } from '../../ui/alert-steps.js';
import { useAlarmNames } from '../../ui/use-alarm-names.js';
import { formatMeasure } from './format-measure.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';

const LEVEL_TONES: Readonly<Record<AlertView['level'], Tone>> = {
  notice: 'busy',
  warning: 'wait',
  grave: 'bad',
};
const STATE_TONES: Readonly<Record<AlertView['state'], Tone>> = {
  open: 'bad',
  acknowledged: 'wait',
  handling: 'busy',
  closed: 'good',
  false_alarm: 'quiet',
  appealed: 'busy',
};

export interface AlertActions {
  readonly onDecide: (alert: AlertView) => void;
  readonly onMute: (alert: AlertView) => void;
  /** Asks for the alerts that the same thing made. */
  readonly onCause: (causeKey: string) => void;
}

export function useAlertColumns({
  onDecide,
  onMute,
  onCause,
}: AlertActions): TableColumnsType<AlertView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const mayDecide = usePermission('alerts.decide');
  const isAuthority = useIsAuthority();
  const mayMute = usePermission('alerts.mute');
  const alarmsOf = useAlarmNames();
  return [
    {
      title: t('alert.level'),
      dataIndex: 'level',
      render: (level: AlertView['level']) => (
        <StateTag tone={LEVEL_TONES[level]}>{shared(`alertLevel.${level}`)}</StateTag>
      ),
    },
    {
      title: t('alert.code'),
      key: 'code',
      render: (_, { code, isLate, mute, causeKey, causeCount }) => (
        <>
          {shared(`alertCode.${code}`)}{' '}
          {isLate && <StateTag tone="quiet">{t('alert.late')}</StateTag>}{' '}
          {mute && <StateTag tone="quiet">{t('alert.mute')}</StateTag>}
          {causeKey !== null && causeCount > 1 && (
            <Button type="link" data-testid="same-cause" onClick={() => onCause(causeKey)}>
              {t('alert.sameCause', { n: causeCount })}
            </Button>
          )}
        </>
      ),
    },
    {
      title: t('alert.vehicle'),
      dataIndex: 'plateNo',
      className: 'admin-plate',
      render: (plateNo: string | null) => plateNo ?? t('alert.unknownVehicle'),
    },
    { title: t('alert.enterprise'), dataIndex: 'enterpriseName' },
    { title: t('alert.subject'), dataIndex: 'subjectName' },
    {
      title: t('alert.value'),
      key: 'value',
      render: (_, alert) => alarmsOf(alert) ?? formatMeasure(alert),
    },
    { title: t('alert.startedAt'), dataIndex: 'startedAt', render: formatDateTime },
    {
      title: t('alert.endedAt'),
      dataIndex: 'endedAt',
      render: (endedAt: string | null) =>
        endedAt === null ? <strong>{t('alert.ongoing')}</strong> : formatDateTime(endedAt),
    },
    {
      title: t('alert.state'),
      dataIndex: 'state',
      render: (state: AlertView['state']) => (
        <StateTag tone={STATE_TONES[state]}>{shared(`alertState.${state}`)}</StateTag>
      ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, alert) => (
        <Flex gap={6}>
          {mayDecide && findAlertSteps(alert.state, isAuthority).length > 0 && (
            <Button type="primary" ghost onClick={() => onDecide(alert)}>
              {t('decision.decide')}
            </Button>
          )}
          {mayMute && alert.mute === null && (
            <Button data-testid="mute-alert" onClick={() => onMute(alert)}>
              {t('alert.mute')}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
}
