import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { webConfig } from '../api/web-config.js';

/** What an administrator must know who runs a city on the embedded database. */
export function EmbeddedNotice() {
  const { t } = useTranslation('admin');
  const { data } = useQuery(webConfig());
  if (data?.isDatabaseEmbedded !== true) return null;
  return (
    <Alert
      type="warning"
      showIcon
      closable
      className="embedded-notice"
      data-testid="embedded-notice"
      title={t('embedded.title')}
      description={t('embedded.how')}
    />
  );
}
