import type { JointSupplyView, OrderDetailView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { formatM3 } from '../../i18n/format-m3.js';
import { isLedTogether, jointSupplyOf } from '../../planning/joint-supply-query.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { JointQueue } from './joint-queue.js';
import { OfferDialog } from './offer-dialog.js';
import { PlanTogether } from './plan-together.js';
import { ShareCard } from './share-card.js';
import { SuppliersTable } from './suppliers-table.js';
import './joint.css';

/** Who else brings a part of this pour, and the one queue at its site. */
export function JointSection({ order }: { readonly order: OrderDetailView }) {
  const mayRead = usePermission('joint_supply.read');
  return mayRead ? <Section order={order} /> : null;
}

function Section({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation('dispatcher');
  const mayWrite = usePermission('joint_supply.write');
  const [isOffering, setOffering] = useState(false);
  const supply = useQuery(jointSupplyOf(order.id));
  const isOver = order.state === 'closed' || order.state === 'cancelled';
  const mayPlan = usePermission('dispatch.plan');
  const isTogether = isLedTogether(supply.data, order.enterpriseId);
  const mayOffer = mayWrite && !isOver && supply.data?.side === 'lead';
  return (
    <section className="joint" aria-label={t('joint.title')} data-testid="joint-supply">
      <header className="joint-head">
        <h3>{t('joint.title')}</h3>
        <span className="app-bar-space" />
        {mayOffer && mayPlan && isTogether && <PlanTogether order={order} />}
        {mayOffer && (
          <Button size="small" data-testid="joint-offer-open" onClick={() => setOffering(true)}>
            {t('joint.invite')}
          </Button>
        )}
      </header>
      <RefusalNotice error={supply.error} />
      {supply.data && <SupplyBody supply={supply.data} mayWrite={mayWrite} />}
      {isOffering && <OfferDialog order={order} onClose={() => setOffering(false)} />}
    </section>
  );
}

interface SupplyBodyProps {
  readonly supply: JointSupplyView;
  readonly mayWrite: boolean;
}

function SupplyBody({ supply, mayWrite }: SupplyBodyProps) {
  const { t } = useTranslation('dispatcher');
  const { side, suppliers, queue, shares, gapMaxMin, rateM3PerHour, totalM3 } = supply;
  const isJoint = suppliers.length > 1;
  const gaps = queue.filter(({ isGapTooLong }) => isGapTooLong).length;
  return (
    <>
      {side === 'partner' && (
        <Alert
          type="info"
          showIcon
          title={t('joint.ledBy', { name: suppliers[0]?.enterpriseName ?? '' })}
        />
      )}
      {isJoint && (
        <p className="order-sub">
          {t('joint.total', { m3: formatM3(totalM3), rate: formatM3(rateM3PerHour) })}
        </p>
      )}
      {isJoint && <SuppliersTable suppliers={suppliers} />}
      {shares.map((share) => (
        <ShareCard key={share.id} share={share} side={side} mayWrite={mayWrite} />
      ))}
      {isJoint && gaps > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('joint.gapWarning', { count: gaps, max: gapMaxMin })}
        />
      )}
      {isJoint && <JointQueue queue={queue} gapMaxMin={gapMaxMin} />}
    </>
  );
}
