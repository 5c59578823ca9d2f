import type { LoanState, StepLoanRequest, VehicleLoanView } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepLoan } from '../../api/vehicle-loans.js';
import { formatM3 } from '../../i18n/format-m3.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LoanHistory } from './loan-history.js';
import { useAfterLoanChange } from './loan-queries.js';

type Step = StepLoanRequest['state'];
const STEPS: readonly Step[] = ['accepted', 'declined', 'withdrawn', 'recalled', 'returned'];
const TAGS: Readonly<Record<LoanState, string>> = {
  offered: 'gold',
  accepted: 'green',
  recalled: 'orange',
  returned: 'default',
  declined: 'default',
  withdrawn: 'default',
};

export interface LoanRowProps {
  readonly loan: VehicleLoanView;
  readonly mayWrite: boolean;
}

/** An offered truck with its driver, and what may be made of the offer. */
export function LoanRow({ loan, mayWrite }: LoanRowProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const [chosen, setChosen] = useState<Step | null>(null);
  const after = useAfterLoanChange();
  const step = useMutation({
    mutationFn: (request: StepLoanRequest) => stepLoan(loan.id, request, loan.version),
    onSuccess: () => setChosen(null),
    onSettled: after,
  });
  const wordOf = (state: Step): string =>
    t(loan.state === 'recalled' && state === 'accepted' ? 'loan.goOn' : `loan.step.${state}`);
  const drum = loan.drumCapacityM3 === null ? '' : ` · ${formatM3(loan.drumCapacityM3)} m³`;
  return (
    <div className="loan-line" data-testid="loan-row" data-state={loan.state}>
      <b>{loan.plateNo ?? loan.fleetNo}</b>
      <span>
        {loan.driverName}
        {drum} · {loan.lenderEnterpriseName}
      </span>
      <Tag color={TAGS[loan.state]}>{shared(`stateOf.loan.${loan.state}`)}</Tag>
      <span className="app-bar-space" />
      <LoanHistory loan={loan} />
      {mayWrite &&
        STEPS.filter((state) => loan.possible.includes(state)).map((state) => (
          <Button
            key={state}
            size="small"
            type={loan.state === 'offered' && state === 'accepted' ? 'primary' : 'default'}
            data-testid={`loan-${state}`}
            onClick={() => {
              step.reset();
              setChosen(state);
            }}
          >
            {wordOf(state)}
          </Button>
        ))}
      <ReasonModal
        title={chosen === null ? '' : wordOf(chosen)}
        isOpen={chosen !== null}
        isPending={step.isPending}
        onCancel={() => setChosen(null)}
        onReason={(reason) => chosen && step.mutate({ state: chosen, reason })}
      />
      <RefusalNotice error={step.error} />
    </div>
  );
}
