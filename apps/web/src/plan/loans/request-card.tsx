import type { LoanRequestView } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { closeLoanRequest } from '../../api/vehicle-loans.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useAfterLoanChange } from './loan-queries.js';
import { LoanRow } from './loan-row.js';
import { OfferDialog } from './offer-dialog.js';

/** Who wants how many trucks where and when, with the offers that one may see. */
export function RequestCard({ request }: { readonly request: LoanRequestView }) {
  const { t } = useTranslation('plan');
  const mayWrite = usePermission('loans.write');
  const [isOffering, setOffering] = useState(false);
  const after = useAfterLoanChange();
  const close = useMutation({
    mutationFn: () => closeLoanRequest(request.id, request.version),
    onSettled: after,
  });
  const isOpen = request.state === 'open';
  return (
    <article className="loan-card" data-testid="loan-request" data-state={request.state}>
      <header className="loan-line">
        <b>
          {request.enterpriseName} · {request.plantName}
        </b>
        <Tag color={isOpen ? 'gold' : 'default'}>{t(`loan.request.${request.state}`)}</Tag>
        <span className="app-bar-space" />
        <span>{t('loan.count', { wanted: request.vehicleCount, lent: request.lentCount })}</span>
      </header>
      <div className="gantt-sub">
        {formatDateTime(request.fromAt)} – {formatDateTime(request.untilAt)} · {request.reason}
      </div>
      {request.loans.map((loan) => (
        <LoanRow key={loan.id} loan={loan} mayWrite={mayWrite} />
      ))}
      <RefusalNotice error={close.error} />
      {mayWrite && isOpen && (
        <footer className="loan-line">
          {request.isOwn ? (
            <Button size="small" loading={close.isPending} onClick={() => close.mutate()}>
              {t('loan.close')}
            </Button>
          ) : (
            <Button
              size="small"
              type="primary"
              data-testid="loan-offer"
              onClick={() => setOffering(true)}
            >
              {t('loan.offer')}
            </Button>
          )}
        </footer>
      )}
      {isOffering && <OfferDialog request={request} onClose={() => setOffering(false)} />}
    </article>
  );
}
