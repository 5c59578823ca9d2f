import type { CallInRow } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Table, type TableColumnsType, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useOpenPlan } from '../plan-desk.js';
import { vehicleName } from '../plan-index.js';
import { callInsOf } from '../queries.js';
import { CallInVerdict } from './call-in-verdict.js';
import { isRefused } from './is-refused.js';

function useColumns(): TableColumnsType<CallInRow> {
  const { t } = useTranslation('plan');
  const { index } = useOpenPlan();
  return useMemo(
    () => [
      {
        title: t('callIn.at'),
        width: 88,
        render: (_, { callInAt }) => <b className="plan-clock">{formatTime(callInAt)}</b>,
      },
      {
        title: t('load.driver'),
        width: 104,
        render: (_, row) => index.drivers.get(row.driverId) ?? row.driverName,
      },
      {
        title: t('load.truck'),
        width: 140,
        render: (_, { vehicleId, plateNo }) => (
          <>
            <b>{vehicleName(index.vehicles.get(vehicleId))}</b>{' '}
            <span className="gantt-sub">{plateNo}</span>
          </>
        ),
      },
      { title: t('callIn.plant'), width: 150, dataIndex: 'plantName' },
      {
        title: t('callIn.first'),
        width: 88,
        render: (_, { firstLoadAt }) => formatTime(firstLoadAt),
      },
      { title: t('callIn.tasks'), width: 72, align: 'right', dataIndex: 'loads' },
      { title: t('callIn.verdict'), render: (_, row) => <CallInVerdict row={row} /> },
      {
        title: t('callIn.confirmed'),
        width: 110,
        render: (_, { confirmedAt }) =>
          confirmedAt === null ? (
            <span className="gantt-sub">{t('callIn.notConfirmed')}</span>
          ) : (
            <Tag color="green">{formatTime(confirmedAt)}</Tag>
          ),
      },
    ],
    [t, index],
  );
}

/** The first round of the day: whom to call in when, who would be refused, and who could replace him. */
export function CallInsView() {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const [isRefusedOnly, setRefusedOnly] = useState(false);
  const callIns = useQuery(callInsOf(plan));
  const items = callIns.data?.items ?? [];
  const refused = items.filter(isRefused);
  const confirmed = items.filter(({ confirmedAt }) => confirmedAt !== null);
  return (
    <section className="plan-view" aria-label={t('view.call_ins')}>
      <div className="gantt-tools">
        <span data-testid="call-ins-count">
          {t('callIn.count', {
            all: items.length,
            refused: refused.length,
            confirmed: confirmed.length,
          })}
        </span>
        <Checkbox checked={isRefusedOnly} onChange={({ target }) => setRefusedOnly(target.checked)}>
          {t('callIn.refusedOnly')}
        </Checkbox>
        <span className="app-bar-space" />
        {callIns.data && (
          <span className="gantt-sub">
            {t('callIn.judgedAt', { at: formatTime(callIns.data.judgedAt) })}
          </span>
        )}
      </div>
      <RefusalNotice error={callIns.error} />
      <Table<CallInRow>
        size="small"
        className="plan-table"
        data-testid="call-ins"
        rowKey="vehicleId"
        columns={useColumns()}
        dataSource={isRefusedOnly ? refused : items}
        loading={callIns.isPending}
        pagination={false}
        rowClassName={(row) => (isRefused(row) ? 'is-warned' : '')}
      />
    </section>
  );
}
