import { type TableColumnsType, Tag } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { sharedZhCN } from '../../i18n/texts/zh-CN.js';
import { formatTime } from '../../i18n/time.js';
import { CopyOrderButton } from './copy-order-button.js';
import type { OrderAhead } from './look-ahead.js';
import { SiteReadySwitch } from './site-ready-switch.js';

/** Columns of the day's orders. */
export function useOrderColumns(hours: number): TableColumnsType<OrderAhead> {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  return useMemo(() => {
    const volume = (m3: number) => formatM3(m3);
    return [
      {
        title: t('orders.site'),
        render: (_, { order, isUnserved }) => (
          <>
            <b>{order.siteName}</b> <span className="gantt-sub">{order.orderNo}</span>{' '}
            {isUnserved && <Tag color="red">{t('figure.unserved')}</Tag>}
            {order.priority === 'emergency' && <Tag color="volcano">{t('priority.emergency')}</Tag>}
          </>
        ),
      },
      { title: t('orders.grade'), width: 84, render: (_, { order }) => order.grade },
      {
        title: t('orders.state'),
        width: 84,
        render: (_, { order }) => <OrderState state={order.state} />,
      },
      {
        title: t('order.first'),
        width: 84,
        render: (_, { order }) => formatTime(order.firstOnSiteAt),
      },
      {
        title: t('orders.volume'),
        align: 'right',
        width: 84,
        render: (_, { order }) => volume(order.orderedM3),
      },
      {
        title: t('order.poured'),
        align: 'right',
        width: 72,
        render: (_, { pouredM3 }) => volume(pouredM3),
      },
      {
        title: t('order.onRoad'),
        align: 'right',
        width: 72,
        render: (_, { onRoadM3 }) => volume(onRoadM3),
      },
      {
        title: t('order.remaining'),
        align: 'right',
        width: 72,
        render: (_, { remainingM3 }) => <b>{volume(remainingM3)}</b>,
      },
      {
        title: t('orders.due', { hours }),
        width: 168,
        render: (_, { dueLoads, dueM3, nextLoadAt }) =>
          nextLoadAt === null
            ? shared('state.none')
            : t('orders.dueLoads', {
                count: dueLoads,
                m3: volume(dueM3),
                at: formatTime(nextLoadAt),
              }),
      },
      {
        title: t('orders.siteReady'),
        width: 96,
        render: (_, { order }) => <SiteReadySwitch order={order} />,
      },
      {
        title: '',
        width: 72,
        render: (_, { order }) => <CopyOrderButton order={order} />,
      },
    ];
  }, [t, shared, hours]);
}

const STATE_COLORS: Readonly<Record<string, string>> = {
  on_hold: 'gold',
  will_call: 'gold',
  pouring: 'purple',
  complete: 'green',
  released: 'blue',
};

type State = keyof typeof sharedZhCN.orderState;
const isState = (state: string): state is State => Object.hasOwn(sharedZhCN.orderState, state);

function OrderState({ state }: { readonly state: string }) {
  const { t } = useTranslation('shared');
  return (
    <Tag color={STATE_COLORS[state] ?? 'default'}>
      {isState(state) ? t(`orderState.${state}`) : state}
    </Tag>
  );
}
