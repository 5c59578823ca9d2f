import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { isCancelled } from '../../planning/is-cancelled.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { usePlanDesk } from '../plan-desk.js';

/** Why the last command changed nothing; after a colleague's change it can be done again. */
export function CommandNotice() {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { commands, plan } = usePlanDesk();
  if (commands.error === null) return null;
  if (isCancelled(commands.error)) {
    return (
      <Alert
        banner
        closable={{ onClose: commands.dismiss }}
        type="info"
        role="status"
        data-testid="plan-cancelled"
        title={shared('planning.cancelled')}
      />
    );
  }
  if (!commands.isOvertaken) {
    return (
      <div className="plan-notice">
        <RefusalNotice error={commands.error} />
        <Button onClick={commands.dismiss}>{t('notice.dismiss')}</Button>
      </div>
    );
  }
  const [newest] = plan?.changes ?? [];
  return (
    <Alert
      banner
      type="warning"
      role="alert"
      data-testid="plan-overtaken"
      title={t('notice.overtaken', {
        name: newest?.byName ?? '',
        revision: plan?.revision ?? '',
        what: newest ? t(`change.${newest.kind}`) : '',
      })}
      action={
        <Space>
          <Button type="primary" data-testid="plan-again" onClick={commands.again}>
            {t('notice.again')}
          </Button>
          <Button onClick={commands.dismiss}>{t('notice.dismiss')}</Button>
        </Space>
      }
    />
  );
}
