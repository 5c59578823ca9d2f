import type { LedgerEntryView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withdrawLedgerEntry } from '../../api/credit.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';

export interface WithdrawEntryProps {
  readonly entry: LedgerEntryView;
}

/** Takes back an entry that was made in error, with the reason; it stays listed. */
export function WithdrawEntry({ entry: { id, title } }: WithdrawEntryProps) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: (reason: string) => withdrawLedgerEntry(id, { reason }),
    onSuccess: () => void message.success(t('decision.saved')),
    onSettled: () => {
      setIsAsking(false);
      void queries.invalidateQueries({ queryKey: LIST_KEYS.ledger });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.credit });
    },
  });
  return (
    <>
      <Button danger data-testid="withdraw-entry" onClick={() => setIsAsking(true)}>
        {t('ledger.withdraw')}
      </Button>
      <RefusalNotice error={withdraw.error} />
      <ReasonModal
        title={t('ledger.withdrawTitle', { title })}
        isOpen={isAsking}
        isPending={withdraw.isPending}
        onReason={(reason) => withdraw.mutate(reason)}
        onCancel={() => setIsAsking(false)}
      />
    </>
  );
}
