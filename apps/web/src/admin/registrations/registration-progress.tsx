import type { RegistrationState } from '@tongyun/contracts';
import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';

const STAGES = ['draft', 'submitted', 'district_reviewed', 'registered'] as const;

/** Where a registration that left its way stands on it, and that it is held up there. */
const ASIDE: Partial<Record<RegistrationState, (typeof STAGES)[number]>> = {
  sent_back: 'draft',
  suspended: 'registered',
  cancelled: 'registered',
};

/** The way of a registration, with who has it now. */
export function RegistrationProgress({ state }: { readonly state: RegistrationState }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const aside = ASIDE[state];
  const current = STAGES.findIndex((stage) => stage === (aside ?? state));
  return (
    <section aria-label={t('registration.progress')}>
      <Steps
        size="small"
        current={current}
        status={aside ? 'error' : state === 'registered' ? 'finish' : 'process'}
        items={STAGES.map((stage, nth) => ({
          title: t(`registration.stage.${stage}`),
          ...(nth === current && { content: shared(`registrationState.${state}`) }),
        }))}
      />
    </section>
  );
}
