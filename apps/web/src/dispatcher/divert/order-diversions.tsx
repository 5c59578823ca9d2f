import type { OrderDiversionView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDesk } from '../desk.js';
import { diversionsOfOrder } from '../queries.js';

/** What was sent away from an order and to it, with who allowed it; not there where nothing was. */
export function OrderDiversions({ orderId }: { readonly orderId: string }) {
  const mayRead = usePermission('trips.read');
  return mayRead ? <Section orderId={orderId} /> : null;
}

function Section({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation('dispatcher');
  const diversions = useQuery(diversionsOfOrder(orderId));
  const rows = diversions.data ?? [];
  if (rows.length === 0) return <RefusalNotice error={diversions.error} />;
  return (
    <section className="order-diversions" aria-label={t('divert.record')}>
      <h3>{t('divert.record')}</h3>
      <ul>
        {rows.map((row) => (
          <DiversionRow key={row.id} row={row} isAway={row.fromOrderId === orderId} />
        ))}
      </ul>
    </section>
  );
}

interface DiversionRowProps {
  readonly row: OrderDiversionView;
  /** Sent away from the order that is looked at; else to it. */
  readonly isAway: boolean;
}

function DiversionRow({ row, isAway }: DiversionRowProps) {
  const { t } = useTranslation('dispatcher');
  const { kind, plateNo, takenM3, carriedM3, reason, approvedBy, divertedAt } = row;
  const isBetweenOrders = kind === 'order';
  const way = isBetweenOrders ? (isAway ? 'away' : 'here') : kind;
  return (
    <li data-testid="order-diversion" data-way={way}>
      <Tag color={way === 'here' ? 'green' : 'gold'}>{t(`divert.recorded.${way}`)}</Tag>
      <b>{formatM3(carriedM3)} m³</b> {plateNo ?? t('vehicles.unsaidPlate')}
      {isBetweenOrders ? (
        <OtherOrder row={row} isAway={isAway} />
      ) : (
        <> → {row.toPourLocation ?? row.toPlantName}</>
      )}
      {takenM3 > 0 && (
        <div className="order-sub">{t('divert.recordedTaken', { m3: formatM3(takenM3) })}</div>
      )}
      <div className="order-sub">
        {t('divert.recordedBy', { name: approvedBy })} · {formatDateTime(divertedAt)} · {reason}
      </div>
    </li>
  );
}

function OtherOrder({ row, isAway }: DiversionRowProps) {
  const { act } = useDesk();
  const [id, orderNo, siteName] = isAway
    ? [row.toOrderId, row.toOrderNo, row.toSiteName]
    : [row.fromOrderId, row.fromOrderNo, row.fromSiteName];
  if (id === null) return null;
  return (
    <>
      {isAway ? ' → ' : ' ← '}
      <Button
        type="link"
        className="plate-link"
        data-testid="diverted-order"
        onClick={() => act({ do: 'open_order', orderId: id })}
      >
        {siteName} {orderNo}
      </Button>
    </>
  );
}
