import type { SiteView } from '@tongyun/contracts';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../../api/use-session.js';
import { formatHours } from '../../../i18n/hours.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { SiteAccessModal } from './site-access-modal.js';

/** When the site takes concrete, and where to say so. */
export function SiteAccess({ site }: { readonly site: SiteView }) {
  const { t } = useTranslation('dispatcher');
  const language = useLanguage();
  const mayManage = usePermission('sites.manage');
  const [isChanging, setChanging] = useState(false);
  const { accessHours, accessExceptions } = site;
  return (
    <Flex align="center" gap={8} data-testid="site-access">
      <span>
        {t('access.open')} {formatHours(accessHours, language)}
        {accessExceptions.length > 0 && t('access.exceptions', { count: accessExceptions.length })}
      </span>
      {mayManage && (
        <Button size="small" data-testid="change-site-access" onClick={() => setChanging(true)}>
          {t('access.change')}
        </Button>
      )}
      {isChanging && <SiteAccessModal site={site} onClose={() => setChanging(false)} />}
    </Flex>
  );
}
