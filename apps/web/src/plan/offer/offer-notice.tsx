import type { DayPlanView, PlanOfferView } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptPlanOffer, declinePlanOffer } from '../../api/day-plans.js';
import { readAgain } from '../../api/read-again.js';
import { formatTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { changing } from '../commands/plan-command.js';
import { usePlanDesk } from '../plan-desk.js';
import { OfferDetails } from './offer-details.js';
import { offerOf } from './offer-query.js';

/** A better plan that was found between events, with what it gains and what it would change. */
export function OfferNotice() {
  const { plan } = usePlanDesk();
  if (!plan) return null;
  return <OfferOf plan={plan} />;
}

function OfferOf({ plan }: { readonly plan: DayPlanView }) {
  const { data: offer } = useQuery(offerOf(plan.id));
  if (!offer || offer.baseRevision !== plan.revision) return null;
  return <Offer key={offer.id} plan={plan} offer={offer} />;
}

interface OfferProps {
  readonly plan: DayPlanView;
  readonly offer: PlanOfferView;
}

function Offer({ plan, offer }: OfferProps) {
  const { t } = useTranslation('plan');
  const { commands, mayPlan } = usePlanDesk();
  const [isOpen, setOpen] = useState(false);
  const queries = useQueryClient();
  const decline = useMutation({
    mutationFn: () => declinePlanOffer(plan, offer.id),
    onSettled: () => readAgain(queries, offerOf(plan.id).queryKey),
  });
  const accept = () =>
    commands.run(changing('accept_offer', (seen) => acceptPlanOffer(seen, offer.id)));
  return (
    <div className="plan-offer" data-testid="plan-offer">
      <Alert
        banner
        type="success"
        role="status"
        title={t('offer.title', { at: formatTime(offer.madeAt) })}
        description={t('offer.summary', {
          count: offer.difference.moved.length,
          gain: Math.round(offer.gainPoints),
          price: Math.round(offer.changePoints),
        })}
        action={
          <Space>
            <Button
              data-testid="offer-details"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? 'offer.hide' : 'offer.show')}
            </Button>
            {mayPlan && (
              <>
                <Button
                  type="primary"
                  data-testid="offer-accept"
                  loading={commands.running === 'accept_offer'}
                  disabled={commands.running !== null || decline.isPending}
                  onClick={accept}
                >
                  {t('offer.accept')}
                </Button>
                <Button
                  data-testid="offer-decline"
                  loading={decline.isPending}
                  disabled={commands.running !== null}
                  onClick={() => decline.mutate()}
                >
                  {t('offer.decline')}
                </Button>
              </>
            )}
          </Space>
        }
      />
      <RefusalNotice error={decline.error} />
      {isOpen && <OfferDetails offer={offer} />}
    </div>
  );
}
