import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { useShortcuts } from '../../ui/use-shortcuts.js';
import { CallForm } from './call-form.js';
import { type Call, CALL_KEYS } from './order-call.js';

/** One key for each call of the day, for whichever orders are chosen. */
export function CallButtons({ orderIds }: { readonly orderIds: readonly string[] }) {
  const { t } = useTranslation('plan');
  const [call, setCall] = useState<Call | null>(null);
  const mayCall = usePermission('orders.write');
  const isReady = mayCall && orderIds.length > 0;
  useShortcuts(
    isReady && call === null
      ? Object.fromEntries(CALL_KEYS.map(([key, one]) => [key, () => setCall(one)]))
      : {},
  );
  if (!mayCall) return null;
  return (
    <Space wrap size={6}>
      {CALL_KEYS.map(([key, one]) => (
        <Button
          key={one}
          data-testid={`call-${one}`}
          disabled={!isReady}
          onClick={() => setCall(one)}
        >
          {t(`call.${one}`)} <kbd>{key.toUpperCase()}</kbd>
        </Button>
      ))}
      {call !== null && <CallForm call={call} orderIds={orderIds} onClose={() => setCall(null)} />}
    </Space>
  );
}
