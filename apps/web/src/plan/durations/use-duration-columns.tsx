import type { DurationView } from '@tongyun/contracts';
import { Button, Space, type TableColumnsType, Tag, Tooltip } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';
import { formatDuration } from './format-duration.js';

interface Actions {
  /** Null for those who may only look. */
  readonly onDecide: ((row: DurationView) => void) | null;
  readonly onWithdraw: ((row: DurationView) => void) | null;
}

/** Where a duration holds, what was learnt of it, and what a plan takes. */
export function useDurationColumns({
  onDecide,
  onWithdraw,
}: Actions): TableColumnsType<DurationView> {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  return useMemo(
    () => [
      {
        title: t('durations.where'),
        render: (_, { siteName, plantName, placingMethod, pourKind, level }) => (
          <>
            <b>{[plantName, siteName].filter(Boolean).join(' → ')}</b>{' '}
            {placingMethod && <span>{t(`durations.placing.${placingMethod}`)}</span>}{' '}
            {pourKind && <span>{shared(`pourKind.${pourKind}`)}</span>}{' '}
            <span className="gantt-sub">{t(`durations.level.${level}`)}</span>
          </>
        ),
      },
      {
        title: t('durations.hour'),
        width: 130,
        render: (_, { hour }) =>
          hour === null
            ? t('durations.allDay')
            : t('durations.hourSpan', { from: hour, to: hour + 1 }),
      },
      {
        title: t('durations.observed'),
        width: 150,
        align: 'right',
        render: (_, { kind, learnt }) => (learnt ? formatDuration(t, kind, learnt.value) : '—'),
      },
      {
        title: t('durations.trips'),
        width: 90,
        align: 'right',
        render: (_, { learnt }) => learnt?.sampleCount ?? '—',
      },
      {
        title: t('durations.used'),
        width: 320,
        render: (_, row) => <Used row={row} />,
      },
      {
        title: '',
        width: 150,
        render: (_, row) => (
          <Space>
            {onDecide && (
              <Button size="small" data-testid="duration-decide" onClick={() => onDecide(row)}>
                {t('durations.decide')}
              </Button>
            )}
            {onWithdraw && row.override && (
              <Button size="small" data-testid="duration-withdraw" onClick={() => onWithdraw(row)}>
                {t('durations.withdraw')}
              </Button>
            )}
          </Space>
        ),
      },
    ],
    [t, shared, onDecide, onWithdraw],
  );
}

function Used({ row: { kind, override, learnt } }: { readonly row: DurationView }) {
  const { t } = useTranslation('plan');
  if (override) {
    const { value, byName, reason, untilAt } = override;
    return (
      <Tooltip title={reason}>
        <Tag color="gold">
          {t('durations.said')} {formatDuration(t, kind, value)}
        </Tag>
        <span className="gantt-sub">
          {byName} {untilAt && t('durations.until', { at: formatDateTime(untilAt) })}
        </span>
      </Tooltip>
    );
  }
  if (learnt?.isEnough) return <Tag color="green">{t('durations.asObserved')}</Tag>;
  return <Tag>{t('durations.tooFew')}</Tag>;
}
