import type { OrderView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Table, type TableColumnsType, Tag } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDesk } from '../desk.js';
import { JointInbox } from '../joint/joint-inbox.js';
import { operatingDayAt } from '../../days/operating-day.js';
import { ordersOf } from '../queries.js';
import { DayChoice } from './day-choice.js';
import { NextDayNotice } from './next-day-notice.js';
import { OrderProgressBar } from './order-progress-bar.js';
import { STATE_TAGS } from './state-tags.js';

export interface OrdersPanelProps {
  /** Id of the search field, for the key that jumps to it. */
  readonly searchId: string;
  readonly mayOrder: boolean;
}

const hasText = (order: OrderView, text: string): boolean =>
  [order.orderNo, order.siteName, order.pourLocation].some((value) =>
    value.toUpperCase().includes(text),
  );

function useColumns(): TableColumnsType<OrderView> {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  return useMemo(
    () => [
      {
        key: 'site',
        title: t('orders.site'),
        render: (_, order) => (
          <>
            <b>{order.siteName}</b>
            {order.isEmergency && <Tag color="volcano">{t('orders.emergency')}</Tag>}
            <div className="order-sub">
              {order.orderNo} · {order.grade} · {order.pourLocation}
            </div>
            <OrderProgressBar order={order} />
          </>
        ),
      },
      {
        key: 'when',
        title: t('orders.first'),
        width: 98,
        render: (_, order) => (
          <>
            <div className="order-time">{formatTime(order.firstOnSiteAt)}</div>
            <Tag color={STATE_TAGS[order.state]}>{shared(`orderState.${order.state}`)}</Tag>
            <div className="order-sub">
              {t('orders.loads')} {order.assignedLoadCount}/{order.loadCount}
            </div>
          </>
        ),
      },
    ],
    [t, shared],
  );
}

export function OrdersPanel({ searchId, mayOrder }: OrdersPanelProps) {
  const { t } = useTranslation('dispatcher');
  const { act } = useDesk();
  const [day, setDay] = useState(() => operatingDayAt(new Date()));
  const [search, setSearch] = useState('');
  const text = useDeferredValue(search.trim().toUpperCase());
  const orders = useQuery(ordersOf(day));
  const rows = useMemo(
    () =>
      (orders.data ?? [])
        .filter((order) => text === '' || hasText(order, text))
        .toSorted((a, b) => a.firstOnSiteAt.localeCompare(b.firstOnSiteAt)),
    [orders.data, text],
  );
  const open = ({ id }: OrderView) => act({ do: 'open_order', orderId: id });

  return (
    <div className="desk-panel" data-testid="orders-panel">
      <div className="desk-tools">
        <DayChoice day={day} onDay={setDay} />
        <span className="app-bar-space" />
        {mayOrder && (
          <Button type="primary" data-testid="new-order" onClick={() => act({ do: 'open_form' })}>
            {t('orders.add')}
          </Button>
        )}
      </div>
      <Input
        id={searchId}
        allowClear
        placeholder={t('orders.search')}
        aria-label={t('orders.search')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <NextDayNotice day={day} onDay={setDay} />
      <JointInbox />
      <RefusalNotice error={orders.error} />
      <Table<OrderView>
        size="small"
        rowKey="id"
        columns={useColumns()}
        dataSource={rows}
        loading={orders.isPending}
        pagination={false}
        locale={{ emptyText: t('orders.empty') }}
        rowClassName="order-row"
        onRow={(order) => ({
          tabIndex: 0,
          'data-testid': 'order-row',
          'data-order-no': order.orderNo,
          onClick: () => open(order),
          onKeyDown: ({ key }) => {
            if (key === 'Enter') open(order);
          },
        })}
      />
    </div>
  );
}
