import type { AlertView } from '@tongyun/contracts';
import { Button, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { formatMeasure } from './format-measure.js';

const LEVEL_COLORS: Readonly<Record<AlertView['level'], string>> = {
  notice: 'blue',
  warning: 'orange',
  grave: 'red',
};
const STATE_COLORS: Readonly<Record<AlertView['state'], string>> = {
  open: 'red',
  acknowledged: 'gold',
  handling: 'blue',
  closed: 'green',
  false_alarm: 'default',
  appealed: 'purple',
};

export function useAlertColumns(onDecide: (alert: AlertView) => void): TableColumnsType<AlertView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const mayDecide = usePermission('alerts.decide');
  return [
    {
      title: t('alert.level'),
      dataIndex: 'level',
      render: (level: AlertView['level']) => (
        <Tag color={LEVEL_COLORS[level]}>{shared(`alertLevel.${level}`)}</Tag>
      ),
    },
    {
      title: t('alert.code'),
      key: 'code',
      render: (_, { code, isLate }) => (
        <>
          {shared(`alertCode.${code}`)} {isLate && <Tag>{t('alert.late')}</Tag>}
        </>
      ),
    },
    {
      title: t('alert.vehicle'),
      dataIndex: 'plateNo',
      render: (plateNo: string | null) => plateNo ?? t('alert.unknownVehicle'),
    },
    { title: t('alert.enterprise'), dataIndex: 'enterpriseName' },
    { title: t('alert.subject'), dataIndex: 'subjectName' },
    { title: t('alert.value'), key: 'value', render: (_, alert) => formatMeasure(alert) },
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
        <Tag color={STATE_COLORS[state]}>{shared(`alertState.${state}`)}</Tag>
      ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, alert) =>
        mayDecide && (
          <Button type="primary" ghost onClick={() => onDecide(alert)}>
            {t('decision.decide')}
          </Button>
        ),
    },
  ];
}
