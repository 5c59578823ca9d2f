import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { usePlanDesk } from '../plan-desk.js';

/** Which revision is shown, and whether drivers know it. */
export function RevisionTags() {
  const { t } = useTranslation('plan');
  const { plan } = usePlanDesk();
  if (!plan) return null;
  const { revision, releasedRevision, frozenUntil } = plan;
  const told =
    releasedRevision === null ? 'never' : releasedRevision === revision ? 'told' : 'behind';
  const color = { never: 'default', told: 'green', behind: 'gold' }[told];
  return (
    <span className="plan-revision" data-testid="plan-revision" data-revision={revision}>
      <b>{t('head.revision', { revision })}</b>
      <Tag color={color} data-testid="plan-told" data-told={told}>
        {t(`told.${told}`, { revision: releasedRevision ?? '' })}
      </Tag>
      {frozenUntil !== null && (
        <Tag color="blue" data-testid="plan-frozen">
          {t('head.frozenUntil', { at: formatTime(frozenUntil) })}
        </Tag>
      )}
    </span>
  );
}
