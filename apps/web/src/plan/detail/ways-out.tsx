import type { WayOutView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Spin, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useOpenPlan } from '../plan-desk.js';
import { vehicleName } from '../plan-index.js';
import { waysOutOf } from '../queries.js';

/** How an order that is left out could be served, the cheapest first; asked for when wanted. */
export function WaysOut({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const [isAsked, setAsked] = useState(false);
  const { data, error } = useQuery({ ...waysOutOf(plan, orderId), enabled: isAsked });
  if (!isAsked) {
    return (
      <Button size="small" data-testid="ways-out-ask" onClick={() => setAsked(true)}>
        {t('wayOut.ask')}
      </Button>
    );
  }
  if (error) return <RefusalNotice error={error} />;
  if (data === undefined) return <Spin size="small" />;
  if (data.items.length === 0) {
    return <p className="gantt-sub">{t('wayOut.none')}</p>;
  }
  return (
    <ol className="plan-ways-out" data-testid="ways-out">
      {data.items.map((item, index) => (
        <li key={`${item.way.kind} ${index}`} data-testid="way-out" data-way={item.way.kind}>
          <WayName way={item.way} />
          {index === 0 && <Tag color="green">{t('wayOut.cheapest')}</Tag>}
          <div className="gantt-sub">
            {t('wayOut.figures', {
              loads: item.loads,
              late: item.lateMin.toFixed(0),
              wait: item.waitMin.toFixed(0),
              km: item.emptyKm.toFixed(0),
              points: item.points.toFixed(0),
            })}
          </div>
        </li>
      ))}
    </ol>
  );
}

function WayName({ way }: { readonly way: WayOutView['way'] }) {
  const { t } = useTranslation('plan');
  const { index } = useOpenPlan();
  const namesOf = (ids: readonly string[]): string =>
    ids.map((id) => vehicleName(index.vehicles.get(id))).join(t('list.comma'));
  switch (way.kind) {
    case 'later':
      return <b>{t('wayOut.later', { minutes: way.minutes })}</b>;
    case 'longer_pause':
      return <b>{t('wayOut.longerPause', { minutes: way.minutes })}</b>;
    case 'site_hours':
      return <b>{t('wayOut.siteHours', { before: way.beforeMin, after: way.afterMin })}</b>;
    case 'other_plant':
      return <b>{t('wayOut.otherPlant', { plant: way.plantName })}</b>;
    case 'hired_trucks':
      return <b>{t('wayOut.hiredTrucks', { count: way.count })}</b>;
    case 'hired_pump':
      return <b>{t('wayOut.hiredPump')}</b>;
    case 'relief_operator': {
      const drivers = way.driverNames.join(t('list.comma'));
      return <b>{t('wayOut.reliefOperator', { drivers, vehicles: namesOf(way.vehicleIds) })}</b>;
    }
    case 'other_pump':
      return <b>{t('wayOut.otherPump', { vehicles: namesOf(way.vehicleIds) })}</b>;
    case 'override':
      return <b>{t('wayOut.override', { vehicles: namesOf(way.vehicleIds) })}</b>;
  }
}
