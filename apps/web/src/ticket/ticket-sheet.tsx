import type { TicketView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../i18n/time.js';
import { SignaturePicture } from './signature-picture.js';
import './ticket.css';
import { TICKET_FIELDS, ticketRows } from './ticket-rows.js';

/** The delivery ticket as it is printed, and as the driver shows it on his phone. */
export function TicketSheet({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('shared');
  const rows = ticketRows(ticket, {
    kinds: {
      concrete: '',
      priming_mortar: t('loadKind.priming_mortar'),
      wet_mortar: t('loadKind.wet_mortar'),
    },
    placingMethod: { chute: t('ticket.chute'), pump: t('ticket.pump') },
    formatTime: formatDateTime,
    cum: (m3, loads) => t('ticket.cumValue', { m3, loads }),
    test: (slumpMm, temperatureC, inspectorName) =>
      temperatureC === null
        ? t('ticket.testValue', { slumpMm, inspectorName })
        : t('ticket.testWithTemperature', { slumpMm, temperatureC, inspectorName }),
  });
  return (
    <article className="ticket-sheet" data-testid="ticket" data-state={ticket.state}>
      <header>
        <h2>{t('ticket.title')}</h2>
        <p>
          No. <strong data-testid="ticket-no">{ticket.ticketNo}</strong>
        </p>
        <p>{t(`ticket.state.${ticket.state}`)}</p>
      </header>
      <dl>
        {TICKET_FIELDS.map((field) => (
          <div key={field} className={`ticket-field ticket-${field}`}>
            <dt>{t(`ticket.field.${field}`)}</dt>
            <dd>{rows[field]}</dd>
          </div>
        ))}
      </dl>
      {ticket.content.replaces && (
        <p className="ticket-replaces" data-testid="ticket-replaces">
          {t('ticket.replaces', {
            no: ticket.content.replaces.ticketNo,
            orderNo: ticket.content.replaces.orderNo,
            site: ticket.content.replaces.siteName,
            grade: ticket.content.replaces.grade,
          })}
        </p>
      )}
      <Signatures ticket={ticket} />
      {ticket.replacedByNo && (
        <p className="ticket-void">{t('ticket.replaced', { no: ticket.replacedByNo })}</p>
      )}
      {ticket.voided && (
        <p className="ticket-void">
          {t('ticket.voided', {
            by: ticket.voided.byName ?? '',
            at: formatDateTime(ticket.voided.at),
            reason: ticket.voided.reason,
          })}
        </p>
      )}
    </article>
  );
}

function Signatures({ ticket: { acceptance, issuedByName, issuedAt } }: { ticket: TicketView }) {
  const { t } = useTranslation('shared');
  return (
    <footer>
      <p>
        {t('ticket.issuedBy')}: {issuedByName ?? ''} {formatDateTime(issuedAt)}
      </p>
      <div className="ticket-signed">
        <span>{t('ticket.signer')}:</span>
        {acceptance ? (
          <>
            <strong>{acceptance.signerName}</strong>
            {acceptance.signature && (
              <SignaturePicture
                signature={acceptance.signature}
                label={t('ticket.signatureOf', { name: acceptance.signerName })}
              />
            )}
            <span>
              {t('ticket.signedM3', { m3: acceptance.signedM3.toFixed(2) })}
              {acceptance.slumpMm === null
                ? ''
                : ` · ${t('ticket.siteSlump', { slumpMm: acceptance.slumpMm })}`}
              {acceptance.refusedM3 > 0
                ? ` · ${t('ticket.refusedM3', {
                    m3: acceptance.refusedM3.toFixed(2),
                    reason: acceptance.refusedReason ?? '',
                  })}`
                : ''}
              {acceptance.returnedM3 > 0
                ? ` · ${t('ticket.returnedM3', { m3: acceptance.returnedM3.toFixed(2) })}`
                : ''}
            </span>
            <span>{formatDateTime(acceptance.signedAt)}</span>
          </>
        ) : (
          <span className="ticket-line" />
        )}
      </div>
    </footer>
  );
}
