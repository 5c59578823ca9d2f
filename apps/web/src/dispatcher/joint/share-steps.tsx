import type { JointShareView, StepJointShareRequest } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepJointShare } from '../../api/joint-supply.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useAfterJointChange } from './joint-queries.js';

type Step = StepJointShareRequest['state'];
const STEPS: readonly Step[] = ['accepted', 'declined', 'withdrawn'];

/** What may be made of a share next: each step with a reason, on the version seen. */
export function ShareSteps({ share }: { readonly share: JointShareView }) {
  const { t } = useTranslation('dispatcher');
  const after = useAfterJointChange();
  const [chosen, setChosen] = useState<Step | null>(null);
  const step = useMutation({
    mutationFn: (request: StepJointShareRequest) =>
      stepJointShare(share.id, request, share.version),
    onSuccess: () => setChosen(null),
    onSettled: after,
  });
  const possible = STEPS.filter((state) => share.possible.includes(state));
  return (
    <>
      {possible.map((state) => (
        <Button
          key={state}
          size="small"
          type={state === 'accepted' ? 'primary' : 'default'}
          data-testid={`joint-${state}`}
          onClick={() => {
            step.reset();
            setChosen(state);
          }}
        >
          {t(`joint.step.${state}`)}
        </Button>
      ))}
      <ReasonModal
        title={chosen === null ? '' : t(`joint.step.${chosen}`)}
        isOpen={chosen !== null}
        isPending={step.isPending}
        onCancel={() => setChosen(null)}
        onReason={(reason) => chosen && step.mutate({ state: chosen, reason })}
      />
      <RefusalNotice error={step.error} />
    </>
  );
}
