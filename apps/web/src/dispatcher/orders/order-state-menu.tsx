import type { ChangeOrderStateRequest, OrderDetailView, OrderState } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeOrderState } from '../../api/deliveries.js';
import { usePermission } from '../../api/use-session.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';

type ChosenState = ChangeOrderStateRequest['state'];
const CHOICES: readonly ChosenState[] = ['firm', 'will_call', 'on_hold', 'cancelled', 'closed'];
const OVER: readonly OrderState[] = ['closed', 'cancelled'];

/** Puts an order on hold, recalls, cancels or closes it: with a reason, on the version seen. */
export function OrderStateMenu({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const mayWrite = usePermission('orders.write');
  const [chosen, setChosen] = useState<ChosenState | null>(null);
  const change = useMutation({
    mutationFn: (request: ChangeOrderStateRequest) =>
      changeOrderState(order.id, request, order.version),
    onSuccess: () => setChosen(null),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['order', order.id] }),
        queries.invalidateQueries({ queryKey: ['orders'] }),
      ]),
  });
  if (!mayWrite || OVER.includes(order.state)) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: CHOICES.filter((state) => state !== order.state).map((key) => ({
            key,
            label: shared(`orderState.${key}`),
          })),
          onClick: ({ key }) => {
            change.reset();
            setChosen(CHOICES.find((state) => state === key) ?? null);
          },
        }}
      >
        <Button data-testid="order-state">{t('order.changeState')} ▾</Button>
      </Dropdown>
      <ReasonModal
        title={chosen === null ? '' : shared(`orderState.${chosen}`)}
        isOpen={chosen !== null}
        isPending={change.isPending}
        onCancel={() => setChosen(null)}
        onReason={(reason) => chosen && change.mutate({ state: chosen, reason })}
      />
      <RefusalNotice error={change.error} />
    </>
  );
}
