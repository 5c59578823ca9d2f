import type { LoanRequestView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { AskDialog } from './ask-dialog.js';
import { loanRequestsNow } from './loan-queries.js';
import { RequestCard } from './request-card.js';
import './loans.css';

/** Trucks that this enterprise asks for, and those that others could have of it. */
export function LoansView() {
  const { t } = useTranslation('plan');
  const mayWrite = usePermission('loans.write');
  const [isAsking, setAsking] = useState(false);
  const requests = useQuery(loanRequestsNow());
  const rows = requests.data ?? [];
  return (
    <section className="plan-view" aria-label={t('view.loans')} data-testid="loans-view">
      <div className="gantt-tools">
        <span>{t('loan.hint')}</span>
        <span className="app-bar-space" />
        {mayWrite && (
          <Button type="primary" data-testid="loan-ask" onClick={() => setAsking(true)}>
            {t('loan.ask')}
          </Button>
        )}
      </div>
      <RefusalNotice error={requests.error} />
      <div className="loans">
        <Column title={t('loan.own')} rows={rows.filter(({ isOwn }) => isOwn)} />
        <Column
          title={t('loan.others')}
          rows={rows.filter(
            ({ isOwn, state, loans }) => !isOwn && (state === 'open' || loans.length > 0),
          )}
        />
      </div>
      {isAsking && <AskDialog onClose={() => setAsking(false)} />}
    </section>
  );
}

interface ColumnProps {
  readonly title: string;
  readonly rows: readonly LoanRequestView[];
}

function Column({ title, rows }: ColumnProps) {
  const { t } = useTranslation('plan');
  return (
    <div className="loans-column">
      <h3>{title}</h3>
      {rows.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('loan.none')} />
      )}
      {rows.map((request) => (
        <RequestCard key={request.id} request={request} />
      ))}
    </div>
  );
}
