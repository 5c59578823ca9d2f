import type { AlertDeliveryView } from '@tongyun/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listAlertDeliveries, seeAlert } from '../api/alerts.js';
import { formatTime } from '../i18n/time.js';
import { RefusalNotice } from './refusal-notice.js';

/** Who was told of an alert, by which way, and how far it came; opening it says that it is seen. */
export function AlertDeliveries({ alertId }: { readonly alertId: string }) {
  const { t } = useTranslation('shared');
  const [isOpen, setOpen] = useState(false);
  const told = useQuery({
    queryKey: ['alert', alertId, 'deliveries'],
    queryFn: () => listAlertDeliveries(alertId),
    enabled: isOpen,
  });
  const { mutate: see } = useMutation({
    mutationFn: () => seeAlert(alertId),
    onSuccess: () => told.refetch(),
  });
  return (
    <details
      data-testid="alert-deliveries"
      onToggle={({ currentTarget: { open } }) => {
        setOpen(open);
        if (open) see();
      }}
    >
      <summary>{t('telling.told')}</summary>
      <RefusalNotice error={told.error} />
      <ul>
        {(told.data?.items ?? []).map((row) => (
          <Delivery key={row.id} row={row} />
        ))}
      </ul>
    </details>
  );
}

function Delivery({ row }: { readonly row: AlertDeliveryView }) {
  const { t } = useTranslation('shared');
  const at = row.seenAt ?? row.deliveredAt ?? row.sentAt ?? row.createdAt;
  const name = row.recipient === 'authorities' ? t('telling.authorities') : row.recipientName;
  const why = row.heldBecause ? t(`telling.heldBecause.${row.heldBecause}`) : row.failure;
  return (
    <li>
      {t(`telling.channel.${row.channel}`)} {name} · {t(`telling.state.${row.state}`)}{' '}
      {formatTime(at)}
      {why !== null && ` · ${why}`}
    </li>
  );
}
