import type { TicketView, TripStage } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TicketSheet } from '../../ticket/ticket-sheet.js';
import type { AcceptanceEntry } from '../queue/queue-entry.js';
import { AcceptanceDialog } from './acceptance-dialog.js';

export interface TripTicketProps {
  readonly ticket: TicketView;
  readonly stage: TripStage;
  /** What was signed on this phone and has not arrived yet; null when nothing waits. */
  readonly waiting: AcceptanceEntry | null;
  readonly onSigned: (signed: AcceptanceEntry['signed']) => void;
}

/** Concrete is accepted where it is discharged. */
const AT_SITE: readonly TripStage[] = ['at_site', 'unloading', 'unloaded'];

/** The delivery ticket to show at the gate, and the receiver's signature on it. */
export function TripTicket({ ticket, stage, waiting, onSigned }: TripTicketProps) {
  const { t } = useTranslation('driver');
  const [isOpen, setIsOpen] = useState(false);
  const [isSigning, setIsSigning] = useState(false);
  const { acceptance } = ticket;
  const isToSign = acceptance === null && waiting === null && AT_SITE.includes(stage);
  return (
    <section className="trip-ticket">
      <button
        type="button"
        className="plain-button"
        data-testid="show-ticket"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? t('ticket.hide') : t('ticket.show', { no: ticket.ticketNo })}
      </button>
      {isOpen && <TicketSheet ticket={ticket} />}
      {isToSign && (
        <button
          type="button"
          className="plain-button"
          data-testid="accept"
          onClick={() => setIsSigning(true)}
        >
          {t('ticket.accept')}
        </button>
      )}
      {waiting && <p role="status">{t('ticket.waiting')}</p>}
      {acceptance && (
        <p role="status" data-testid="accepted">
          {t('ticket.signed', { name: acceptance.signerName, m3: acceptance.signedM3.toFixed(2) })}
        </p>
      )}
      {isSigning && (
        <AcceptanceDialog
          ticket={ticket}
          onCancel={() => setIsSigning(false)}
          onSigned={(signed) => {
            setIsSigning(false);
            onSigned(signed);
          }}
        />
      )}
    </section>
  );
}
