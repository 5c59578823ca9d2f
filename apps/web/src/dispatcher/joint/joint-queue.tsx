import type { JointLoadView } from '@tongyun/contracts';
import { Table, Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';

export interface JointQueueProps {
  readonly queue: readonly JointLoadView[];
  readonly gapMaxMin: number;
}

/** All trucks of the pour in the order in which they discharge, whoever sends them. */
export function JointQueue({ queue, gapMaxMin }: JointQueueProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  return (
    <Table<JointLoadView>
      size="small"
      pagination={false}
      title={() => t('joint.queue')}
      rowKey={({ enterpriseName, loadNo }) => `${enterpriseName}/${loadNo}`}
      dataSource={[...queue]}
      rowClassName={({ isGapTooLong }) => (isGapTooLong ? 'joint-gap' : '')}
      onRow={() => ({ 'data-testid': 'joint-load' }) as object}
      columns={[
        {
          key: 'time',
          title: t('joint.queueTime'),
          width: 64,
          render: (_, { fromAt }) => <b>{formatTime(fromAt)}</b>,
        },
        {
          key: 'truck',
          title: t('joint.truck'),
          render: (_, { plateNo, fleetNo, enterpriseName, plantName, plannedM3 }) => (
            <>
              {plateNo ?? fleetNo ?? <span className="order-sub">{t('joint.unassigned')}</span>} ·{' '}
              {formatM3(plannedM3)} m³
              <div className="order-sub">
                {enterpriseName} {plantName}
              </div>
            </>
          ),
        },
        {
          key: 'stage',
          title: t('order.stage'),
          width: 84,
          render: (_, { stage }) => (stage === null ? '—' : shared(`stage.${stage}`)),
        },
        {
          key: 'gap',
          title: t('joint.gap'),
          width: 84,
          render: (_, { gapMin, isGapTooLong }) =>
            isGapTooLong ? (
              <Tooltip title={t('joint.gapTooLong', { min: gapMin, max: gapMaxMin })}>
                <Tag color="warning">⚠ {t('joint.gapMin', { min: gapMin })}</Tag>
              </Tooltip>
            ) : (
              t('joint.gapMin', { min: gapMin })
            ),
        },
      ]}
    />
  );
}
