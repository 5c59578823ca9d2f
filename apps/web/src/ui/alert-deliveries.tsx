import type { AlertDeliveryView } from '@tongyun/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listAlertDeliveries, seeAlert } from '../api/alerts.js';
import { formatTime } from '../i18n/time.js';
import { RefusalNotice } from './refusal-notice.js';

export interface AlertDeliveriesProps {
  readonly alertId: string;
  /** What opens it; where the place does not say already what it is, that. */
  readonly summary?: string;
}

/** Who was told of an alert, by which way, and how far it came; opening it says that it is seen. */
export function AlertDeliveries({ alertId, summary }: AlertDeliveriesProps) {
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
      <summary>{summary ?? t('telling.told')}</summary>
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
  const name = row.recipient === 'authorities' ? t('telling.authorities') : row.recipientName;
  const why = useWhy(row);
  return (
    <li data-testid="alert-delivery" data-channel={row.channel} data-state={row.state}>
      {t(`telling.channel.${row.channel}`)} {name}
      {stepsOf(row).map(({ state, at }) => (
        <span key={state}>
          {' · '}
          {t(`telling.state.${state}`)} {formatTime(at)}
        </span>
      ))}
      {why !== null && ` · ${why}`}
    </li>
  );
}

/** How far it came, step by step; where it came nowhere, only how it stands. */
function stepsOf(row: AlertDeliveryView): { state: AlertDeliveryView['state']; at: string }[] {
  const steps = [
    { state: 'sent', at: row.sentAt },
    { state: 'delivered', at: row.deliveredAt },
    { state: 'seen', at: row.seenAt },
  ] as const;
  const come = steps.flatMap(({ state, at }) => (at === null ? [] : [{ state, at }]));
  return come.length === 0 || row.state === 'failed'
    ? [...come, { state: row.state, at: row.createdAt }]
    : come;
}

const NAMED_FAILURES = [
  'NO_SMS_COMPANY',
  'NO_SUCH_DRIVER',
  'OVER',
  'SUBSCRIPTION_ENDED',
  'WEBHOOK_ENDED',
  'GONE',
  'TERMINAL_REFUSED',
  'TERMINAL_UNANSWERED',
  'TERMINAL_EXPIRED',
] as const;

/** Others are said as they came: what a company's system answered. */
const isNamed = (failure: string): failure is (typeof NAMED_FAILURES)[number] =>
  NAMED_FAILURES.some((named) => named === failure);

/** Why it came no further; a page has nobody to say so, its desk is just not open. */
function useWhy({ heldBecause, failure, state, channel }: AlertDeliveryView): string | null {
  const { t } = useTranslation('shared');
  if (heldBecause !== null) return t(`telling.heldBecause.${heldBecause}`);
  if (failure !== null) return isNamed(failure) ? t(`telling.failure.${failure}`) : failure;
  const isPage = channel === 'screen' || channel === 'driver_page';
  return state === 'waiting' && isPage ? t('telling.nobodyConnected') : null;
}
