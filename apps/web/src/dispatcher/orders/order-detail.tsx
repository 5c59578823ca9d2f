import type { OrderDetailView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Skeleton, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { AutoAssign } from '../assign/auto-assign.js';
import { useDesk } from '../desk.js';
import { OrderDiversions } from '../divert/order-diversions.js';
import { JointSection } from '../joint/joint-section.js';
import { orderWith } from '../queries.js';
import { SiteAccess } from './access/site-access.js';
import { LoadsTable } from './loads-table.js';
import { NightWorkNotice } from './night-work-notice.js';
import { OrderProgressBar } from './order-progress-bar.js';
import { OrderStateMenu } from './order-state-menu.js';
import { PumpJobRow } from './pump-job-row.js';
import { STATE_TAGS } from './state-tags.js';

export function OrderDetail({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation('dispatcher');
  const { act } = useDesk();
  const order = useQuery(orderWith(orderId));
  return (
    <div className="desk-panel" data-testid="order-detail">
      <div>
        <Button onClick={() => act({ do: 'close_order' })} data-testid="order-back">
          ← {t('order.back')}
        </Button>
      </div>
      <RefusalNotice error={order.error} />
      {order.isPending && <Skeleton active />}
      {order.data && <OrderBody order={order.data} />}
    </div>
  );
}

function OrderBody({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const { act } = useDesk();
  const mayAssign = usePermission('assignments.write');
  return (
    <>
      <header className="order-head">
        <h2>{order.siteName}</h2>
        <Tag color={STATE_TAGS[order.state]}>{shared(`orderState.${order.state}`)}</Tag>
        <span className="app-bar-space" />
        <Button onClick={() => act({ do: 'look_at', at: order.site.position })}>
          {t('order.showOnMap')}
        </Button>
      </header>
      <OrderProgressBar order={order} />
      <OrderFacts order={order} />
      <NightWorkNotice order={order} />
      <SiteAccess site={order.site} />
      <div className="desk-tools">
        {mayAssign && <AutoAssign order={order} />}
        <OrderStateMenu order={order} />
      </div>
      {order.pumpJobs.map((job, place) => (
        <PumpJobRow key={job.id} order={order} job={job} place={place} mayAssign={mayAssign} />
      ))}
      <LoadsTable order={order} mayAssign={mayAssign} />
      <OrderDiversions orderId={order.id} />
      <JointSection order={order} />
    </>
  );
}

function OrderFacts({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const contact = [order.site.contactName, order.site.contactPhone].filter(Boolean).join(' ');
  return (
    <Descriptions
      className="order-facts"
      column={2}
      size="small"
      items={[
        { key: 'no', label: t('orders.number'), children: order.orderNo },
        { key: 'grade', label: t('orders.grade'), children: order.grade },
        { key: 'slump', label: t('order.slump'), children: `${order.slumpMm} mm` },
        { key: 'rate', label: t('order.rate'), children: `${order.rateM3PerHour} m³/h` },
        {
          key: 'placing',
          label: t('order.placing'),
          children: shared(`placingMethod.${order.placingMethod}`),
        },
        {
          key: 'reach',
          label: t('order.reach'),
          children: order.pumpReachM === null ? shared('state.none') : `${order.pumpReachM} m`,
        },
        {
          key: 'first',
          label: t('orders.first'),
          span: 2,
          children: formatDateTime(order.firstOnSiteAt),
        },
        ...(order.lastLoad
          ? [
              {
                key: 'lastLoad',
                label: t('order.lastLoad'),
                span: 2,
                children: t('order.lastLoadSaid', {
                  m3: formatM3(order.lastLoad.m3),
                  name: order.lastLoad.callerName,
                  time: formatDateTime(order.lastLoad.takenAt),
                }),
              },
            ]
          : []),
        { key: 'pour', label: t('order.pourLocation'), span: 2, children: order.pourLocation },
        ...(order.pourKind === null
          ? []
          : [
              {
                key: 'pourKind',
                label: t('order.pourKind'),
                span: 2,
                children: shared(`pourKind.${order.pourKind}`),
              },
            ]),
        ...(order.placesAtSite === null
          ? []
          : [{ key: 'places', label: t('order.places'), children: order.placesAtSite }]),
        ...(
          [
            ['gapMax', order.gapMaxMin],
            ['retarder', order.retarderMin],
          ] as const
        ).flatMap(([key, min]) =>
          min === null
            ? []
            : [{ key, label: t(`order.${key}`), children: t('order.minutes', { min }) }],
        ),
        ...(order.site.landmark === null
          ? []
          : [
              {
                key: 'landmark',
                label: t('form.landmark'),
                span: 2,
                children: order.site.landmark,
              },
            ]),
        {
          key: 'contractor',
          label: t('order.contractor'),
          span: 2,
          children: order.site.contractor,
        },
        {
          key: 'contact',
          label: t('order.contact'),
          span: 2,
          children: contact === '' ? shared('state.none') : contact,
        },
      ]}
    />
  );
}
