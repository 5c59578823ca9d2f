import type { CreditEffects, EnterpriseCreditView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCredit } from '../../api/credit.js';
import { useSession } from '../../api/use-session.js';
import { formatDate } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { CreditGradeTag } from '../../ui/credit-grade-tag.js';
import { StateTag } from '../../ui/state-tag.js';
import { CreditHistory } from './credit-history.js';
import { CreditStepModal } from './credit-step-modal.js';
import { type CreditStep, findCreditSteps } from './credit-steps.js';

export interface CreditStandingProps {
  readonly enterpriseId: string;
  readonly name: string;
}

/** The grade and what it brings, with what can be done on it now. */
export function CreditStanding({ enterpriseId, name }: CreditStandingProps) {
  const { t } = useTranslation('admin');
  const session = useSession();
  const [step, setStep] = useState<CreditStep | null>(null);
  const { data: credit, error } = useQuery({
    queryKey: [...LIST_KEYS.credit, enterpriseId],
    queryFn: () => getCredit(enterpriseId),
  });
  const permissions = session.status === 'signed_in' ? session.user.permissions : [];
  return (
    <>
      <RefusalNotice error={error} />
      {credit && (
        <>
          <Flex wrap align="center" gap={12} data-testid="credit-standing">
            <Standing credit={credit} />
            <span className="admin-space" />
            {findCreditSteps(credit, permissions).map((one) => (
              <Button key={one} type="primary" ghost onClick={() => setStep(one)}>
                {t(`credit.step.${one}`)}
              </Button>
            ))}
          </Flex>
          {credit.proposal && <Proposal proposal={credit.proposal} />}
          <CreditHistory credit={credit} />
          {step && (
            <CreditStepModal
              step={step}
              credit={credit}
              name={name}
              onClose={() => setStep(null)}
            />
          )}
        </>
      )}
    </>
  );
}

function Standing({ credit }: { readonly credit: EnterpriseCreditView }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { grade, effects, isBarred, areOrdersBlocked, hasOpenAppeal } = credit;
  return (
    <>
      <strong>{t('plant.credit')}</strong>
      <CreditGradeTag grade={grade} />
      {isBarred && <StateTag tone="bad">{shared('credit.barred')}</StateTag>}
      {areOrdersBlocked && <StateTag tone="bad">{shared('credit.blocked')}</StateTag>}
      {hasOpenAppeal && <StateTag tone="busy">{t('credit.appealOpen')}</StateTag>}
      {effects && <Effects effects={effects} />}
    </>
  );
}

function Proposal({
  proposal,
}: {
  readonly proposal: NonNullable<EnterpriseCreditView['proposal']>;
}) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { grade, title, settledAt } = proposal;
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="grade-proposal"
      title={t('credit.proposal', { grade: shared(`creditGrade.${grade}`) })}
      description={t('credit.proposedFor', { title, day: formatDate(settledAt) })}
    />
  );
}

function Effects({ effects }: { readonly effects: CreditEffects }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const words = [
    effects.isPreferred && t('credit.effect.preferred'),
    !effects.mayTender && t('credit.effect.noTender'),
    !effects.mayBePromoted && t('credit.effect.noPromotion'),
    effects.isKeySupervised && t('credit.effect.keySupervised'),
  ].filter((word) => word !== false);
  return (
    <span className="admin-quiet">
      {words.length === 0 ? t('credit.effect.normal') : words.join(shared('mark.semicolon'))}
    </span>
  );
}
