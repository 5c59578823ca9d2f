import type { VehicleLoanView } from '@tongyun/contracts';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';

/** Who made what of a loan, when and why; read by both sides. */
export function LoanHistory({ loan }: { readonly loan: VehicleLoanView }) {
  const { t } = useTranslation('plan');
  const [isOpen, setOpen] = useState(false);
  const name = loan.plateNo ?? loan.fleetNo ?? '';
  return (
    <>
      <Button size="small" type="text" data-testid="loan-history" onClick={() => setOpen(true)}>
        {t('loan.history')}
      </Button>
      <Modal
        open={isOpen}
        title={t('loan.historyOf', { name })}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <ol className="loan-steps" data-testid="loan-steps">
          {loan.steps.map((step) => (
            <li key={step.decidedAt + step.toState}>
              <b>{t(`loan.steps.${step.toState}`)}</b> · {formatDateTime(step.decidedAt)}
              <div className="gantt-sub">
                {[step.enterpriseName, step.decidedByName].filter(Boolean).join(' · ')}
              </div>
              <div>{step.reason}</div>
            </li>
          ))}
        </ol>
      </Modal>
    </>
  );
}
