import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Stage, type SteppedRegistration, wayOf } from './registration-stages.js';

/** The way of a registration, with who has it now. */
export function RegistrationProgress({
  registration,
}: {
  readonly registration: SteppedRegistration;
}) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { state } = registration;
  const { stages, current, isAside } = wayOf(registration);
  const titleOf = (stage: Stage): string => {
    if (stage.at !== 'review') return t(`registration.stage.${stage.at}`);
    const { body, round } = stage;
    return body === null
      ? t('registration.stage.review')
      : t(`registration.reviewBy.${body}`, { round: t(`registration.round.${round}`) });
  };
  return (
    <section aria-label={t('registration.progress')}>
      <Steps
        size="small"
        current={current}
        status={isAside ? 'error' : state === 'registered' ? 'finish' : 'process'}
        items={stages.map((stage, nth) => ({
          title: titleOf(stage),
          ...(nth === current && { content: shared(`registrationState.${state}`) }),
        }))}
      />
    </section>
  );
}
