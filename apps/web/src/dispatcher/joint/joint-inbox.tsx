import { useQuery } from '@tanstack/react-query';
import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatDateTime } from '../../i18n/time.js';
import { openJointOffers } from './joint-queries.js';
import { ShareSteps } from './share-steps.js';
import './joint.css';

/** Offers of other enterprises that wait for this desk's answer; nothing when there are none. */
export function JointInbox() {
  const mayAnswer = usePermission('joint_supply.write');
  return mayAnswer ? <Inbox /> : null;
}

function Inbox() {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const offers = useQuery(openJointOffers());
  const waiting = (offers.data ?? []).filter(({ possible }) => possible.includes('accepted'));
  if (waiting.length === 0) return null;
  return (
    <section className="joint-inbox" aria-label={t('joint.offers')} data-testid="joint-inbox">
      <h3>
        {t('joint.offers')} <Badge count={waiting.length} />
      </h3>
      {waiting.map((share) => (
        <div key={share.id} className="joint-share" data-testid="joint-offer">
          <b>
            {t('joint.offerLine', {
              lead: share.leadEnterpriseName,
              plant: share.plantName,
              m3: formatM3(share.quotaM3),
            })}
          </b>
          <div className="order-sub">
            {share.siteName} · {share.grade} · {share.slumpMm} mm ·{' '}
            {shared(`placingMethod.${share.placingMethod}`)} · {share.pourLocation}
          </div>
          <div className="order-sub">
            {formatDateTime(share.firstOnSiteAt)} · {formatM3(share.rateM3PerHour)} m³/h
          </div>
          <div className="desk-tools">
            <ShareSteps share={share} />
          </div>
        </div>
      ))}
    </section>
  );
}
