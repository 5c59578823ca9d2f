import type { QueuedTripView } from '@tongyun/contracts';
import { Button, Segmented, Space } from 'antd';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { issueTicket, voidTicket } from '../../api/tickets.js';
import { TicketSheet } from '../../ticket/ticket-sheet.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { usePaperWork } from '../queries.js';
import type { PaperProps } from './weigh-forms.js';

/** Issues the ticket, shows it as it prints, and makes a wrong one void. */
export function TicketBox({
  plantId,
  truck,
  papers,
}: PaperProps & { readonly truck: QueuedTripView }) {
  const { t } = useTranslation('plant');
  const [isAsking, setIsAsking] = useState(false);
  const [paper, setPaper] = useState<'a5' | 'a4'>('a5');
  const issuing = usePaperWork(plantId, issueTicket);
  const voiding = usePaperWork(plantId, ({ id, reason }: { id: string; reason: string }) =>
    voidTicket(id, reason),
  );
  const ticket = papers.tickets.find(({ voided }) => voided === null);
  const isBlocked = truck.mismatches.length > 0;
  const hint = isBlocked ? t('ticket.blocked') : t('ticket.noBatch');
  if (!ticket) {
    return (
      <Space wrap>
        <Button
          type="primary"
          size="large"
          data-testid="issue-ticket"
          disabled={isBlocked || truck.batchedM3 === null}
          loading={issuing.isPending}
          onClick={() => issuing.mutate(truck.tripId)}
        >
          {t('ticket.issue')}
        </Button>
        {(isBlocked || truck.batchedM3 === null) && <span data-testid="ticket-hint">{hint}</span>}
        <RefusalNotice error={issuing.error ?? voiding.error} />
      </Space>
    );
  }
  return (
    <>
      <Space wrap>
        <Button type="primary" size="large" data-testid="print" onClick={() => window.print()}>
          {t('ticket.print')}
        </Button>
        <Segmented<'a5' | 'a4'>
          aria-label={t('ticket.paper')}
          value={paper}
          options={[
            { value: 'a5', label: 'A5' },
            { value: 'a4', label: 'A4' },
          ]}
          onChange={(size) => setPaper(size)}
        />
        <Button danger onClick={() => setIsAsking(true)}>
          {t('ticket.void')}
        </Button>
      </Space>
      <TicketSheet ticket={ticket} />
      {/* Printed alone: the page around it is hidden on paper. */}
      {createPortal(
        <div className={`print-only print-${paper}`} aria-hidden="true">
          <TicketSheet ticket={ticket} />
        </div>,
        document.body,
      )}
      <RefusalNotice error={voiding.error} />
      <ReasonModal
        title={t('ticket.voidTitle', { no: ticket.ticketNo })}
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onReason={(reason) => {
          voiding.mutate({ id: ticket.id, reason });
          setIsAsking(false);
        }}
      />
    </>
  );
}
