import { Segmented, Select, Table } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallButtons } from '../calls/call-buttons.js';
import { useNow } from '../../days/use-now.js';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import { LOOK_AHEAD_HOURS, lookAhead, type OrderAhead } from './look-ahead.js';
import { nearBy } from './near-by.js';
import { useOrderColumns } from './use-order-columns.js';

const NEAR_KM = [2, 5, 10];

/** The day's orders: what the next hours ask for, and the calls that come in for them. */
export function OrdersView() {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const { act } = usePlanDesk();
  const nowMs = useNow();
  const [hours, setHours] = useState<number>(24);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // Of a day to come, the hours count from its beginning.
  const fromMs = Math.max(nowMs, Date.parse(plan.fromAt));
  const rows = useMemo(() => lookAhead(plan, fromMs, hours), [plan, fromMs, hours]);
  return (
    <section className="plan-view" aria-label={t('view.orders')}>
      <div className="gantt-tools">
        <Segmented<number>
          aria-label={t('orders.ahead')}
          data-testid="look-ahead"
          value={hours}
          options={LOOK_AHEAD_HOURS.map((value) => ({
            value,
            label: t('orders.hours', { value }),
          }))}
          onChange={setHours}
        />
        <Select<number>
          value={null}
          placeholder={t('orders.near')}
          aria-label={t('orders.near')}
          data-testid="near-by"
          disabled={chosen.length === 0}
          options={NEAR_KM.map((value) => ({ value, label: t('orders.within', { value }) }))}
          onChange={(km) => setChosen(nearBy(plan.orders, chosen, km))}
          style={{ width: 168 }}
        />
        <span className="gantt-sub">{t('orders.chosen', { count: chosen.length })}</span>
        <span className="app-bar-space" />
        <CallButtons orderIds={chosen} />
      </div>
      <Table<OrderAhead>
        size="small"
        className="plan-table"
        data-testid="orders-table"
        rowKey={({ order }) => order.id}
        columns={useOrderColumns(hours)}
        dataSource={rows}
        pagination={false}
        rowSelection={{
          selectedRowKeys: [...chosen],
          onChange: (keys) => setChosen(keys.map(String)),
        }}
        onRow={({ order }) => ({
          onDoubleClick: () => act({ do: 'choose', chosen: { kind: 'order', id: order.id } }),
        })}
      />
    </section>
  );
}
