import type { JointShareState, JointShareView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatDateTime } from '../../i18n/time.js';
import { jointStepsOf } from './joint-queries.js';
import { QuotaDialog } from './quota-dialog.js';
import { ShareSteps } from './share-steps.js';

const TAGS: Readonly<Record<JointShareState, string>> = {
  offered: 'gold',
  accepted: 'green',
  declined: 'default',
  withdrawn: 'default',
};

export interface ShareCardProps {
  readonly share: JointShareView;
  readonly side: 'lead' | 'partner';
  readonly mayWrite: boolean;
}

/** A share with where it stands, what may be done with it, and how it came about. */
export function ShareCard({ share, side, mayWrite }: ShareCardProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const [isMoving, setMoving] = useState(false);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const stands = share.state === 'offered' || share.state === 'accepted';
  return (
    <div className="joint-share" data-testid="joint-share" data-state={share.state}>
      <div className="desk-tools">
        <b>{share.partnerEnterpriseName}</b> {share.plantName}
        <Tag color={TAGS[share.state]}>{shared(`stateOf.share.${share.state}`)}</Tag>
        <span>{formatM3(share.quotaM3)} m³</span>
      </div>
      <div className="desk-tools">
        {mayWrite && side === 'lead' && stands && (
          <Button size="small" data-testid="joint-quota-open" onClick={() => setMoving(true)}>
            {t('joint.moveQuota')}
          </Button>
        )}
        {mayWrite && <ShareSteps share={share} />}
        <Button
          size="small"
          type="link"
          aria-expanded={isHistoryOpen}
          onClick={() => setHistoryOpen((was) => !was)}
        >
          {t('joint.history')}
        </Button>
      </div>
      {isHistoryOpen && <History shareId={share.id} />}
      {isMoving && <QuotaDialog share={share} onClose={() => setMoving(false)} />}
    </div>
  );
}

function History({ shareId }: { readonly shareId: string }) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const steps = useQuery(jointStepsOf(shareId));
  return (
    <Timeline
      items={(steps.data ?? []).map(
        ({ decidedAt, enterpriseName, toState, toQuotaM3, reason }) => ({
          content: (
            <>
              {t('joint.stepLine', {
                name: enterpriseName,
                state: shared(`stateOf.share.${toState}`),
                m3: formatM3(toQuotaM3),
              })}
              <div className="order-sub">
                {formatDateTime(decidedAt)} · {reason}
              </div>
            </>
          ),
        }),
      )}
    />
  );
}
