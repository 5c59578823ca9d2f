import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePlanDesk } from '../plan-desk.js';

/** That somebody else has changed the plan while it was looked at. */
export function NewsNotice() {
  const { t } = useTranslation('plan');
  const { live, commands } = usePlanDesk();
  const { news, dismiss } = live;
  if (news === null || commands.isOvertaken) return null;
  return (
    <Alert
      banner
      closable={{ onClose: dismiss }}
      type="info"
      role="status"
      data-testid="plan-news"
      title={t('notice.news', {
        name: news.byName || t('system'),
        revision: news.revision,
        what: t(`change.${news.kind}`),
      })}
    />
  );
}
