import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Switch, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { readAgain } from '../../api/read-again.js';
import { setSiteReady } from '../../api/deliveries.js';
import { usePermission } from '../../api/use-session.js';
import { refusalOf, refusalSentence } from '../../ui/refusal-sentence.js';
import { useLanguage } from '../../i18n/use-language.js';
import type { PlanOrder } from '../plan-index.js';

/** Whether the site has said that it is ready to pour. */
export function SiteReadySwitch({ order }: { readonly order: PlanOrder }) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const queries = useQueryClient();
  const mayWrite = usePermission('orders.write');
  const ready = useMutation({
    mutationFn: (isReady: boolean) => setSiteReady(order.id, { isReady }),
    onSettled: () => readAgain(queries, ['day-plan']),
  });
  return (
    <Tooltip title={ready.error && refusalSentence(refusalOf(ready.error), language)}>
      <Switch
        aria-label={t('orders.siteReady')}
        data-testid="site-ready"
        checked={order.isSiteReady}
        disabled={!mayWrite}
        loading={ready.isPending}
        onChange={(isReady) => ready.mutate(isReady)}
      />
    </Tooltip>
  );
}
