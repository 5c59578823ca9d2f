import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import type { PlanOrder } from '../plan-index.js';
import { CopyOrderForm } from './copy-order-form.js';

export function CopyOrderButton({ order }: { readonly order: PlanOrder }) {
  const { t } = useTranslation('plan');
  const [isOpen, setOpen] = useState(false);
  if (!usePermission('orders.write')) return null;
  return (
    <>
      <Button data-testid="copy-order" onClick={() => setOpen(true)}>
        {t('copy.open')}
      </Button>
      {isOpen && <CopyOrderForm order={order} onClose={() => setOpen(false)} />}
    </>
  );
}
