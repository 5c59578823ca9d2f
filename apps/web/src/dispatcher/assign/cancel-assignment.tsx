import type { AssignmentView } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelAssignment } from '../../api/deliveries.js';
import { useLanguage } from '../../i18n/use-language.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { refusalOf, refusalSentence } from '../../ui/refusal-sentence.js';
import { useAfterAssigning } from './use-after-assigning.js';

export function CancelAssignment({ assignment }: { readonly assignment: AssignmentView }) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const { message } = App.useApp();
  const afterAssigning = useAfterAssigning(assignment.orderId);
  const [isAsking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: (reason: string) => cancelAssignment(assignment.id, { reason }),
    onSuccess: () => setAsking(false),
    onError: (error) => void message.error(refusalSentence(refusalOf(error), language)),
    onSettled: afterAssigning,
  });
  return (
    <>
      <Button
        aria-label={t('order.reassign')}
        title={t('order.reassign')}
        data-testid="cancel-assignment"
        onClick={() => setAsking(true)}
      >
        {shared('action.cancel')}
      </Button>
      <ReasonModal
        title={t('order.reassign')}
        isOpen={isAsking}
        isPending={cancel.isPending}
        onCancel={() => setAsking(false)}
        onReason={(reason) => cancel.mutate(reason)}
      />
    </>
  );
}
