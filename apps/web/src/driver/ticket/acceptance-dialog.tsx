import type { TicketView } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../parts/confirm-dialog.js';
import type { AcceptanceEntry } from '../queue/queue-entry.js';
import { findAcceptanceFault } from './judge-acceptance.js';
import { NumberField } from './number-field.js';
import { SignaturePad, signatureOf } from './signature-pad.js';

export interface AcceptanceDialogProps {
  readonly ticket: TicketView;
  readonly onSigned: (signed: AcceptanceEntry['signed']) => void;
  readonly onCancel: () => void;
}

/** What the receiver takes, in his own hand; prefilled with the whole load. */
export function AcceptanceDialog({ ticket, onSigned, onCancel }: AcceptanceDialogProps) {
  const { t } = useTranslation('driver');
  const { m3, receiverName } = ticket.content;
  const [signedM3, setSignedM3] = useState<number | null>(m3);
  const [slumpMm, setSlumpMm] = useState<number | null>(null);
  const [refusedM3, setRefusedM3] = useState<number | null>(null);
  const [refusedReason, setRefusedReason] = useState('');
  const [returnedM3, setReturnedM3] = useState<number | null>(null);
  const [signerName, setSignerName] = useState(receiverName ?? '');
  const [strokes, setStrokes] = useState<Parameters<typeof signatureOf>[0]>([]);
  const [hasTried, setHasTried] = useState(false);
  const hasSignature = strokes.length > 0;
  const typed = { signedM3, refusedM3, refusedReason, returnedM3, signerName, hasSignature };
  const fault = findAcceptanceFault(typed, m3);

  const confirm = () => {
    setHasTried(true);
    if (fault !== null) return;
    onSigned({
      ticketId: ticket.id,
      slumpMm: slumpMm === null ? null : Math.round(slumpMm),
      signedM3: signedM3 ?? 0,
      refusedM3: refusedM3 ?? 0,
      refusedReason: (refusedM3 ?? 0) > 0 ? refusedReason.trim() : null,
      returnedM3: returnedM3 ?? 0,
      signerName: signerName.trim(),
      signature: signatureOf(strokes),
    });
  };
  return (
    <ConfirmDialog
      title={t('ticket.title')}
      confirmLabel={t('ticket.submit')}
      onConfirm={confirm}
      onCancel={onCancel}
    >
      <div className="acceptance" data-testid="acceptance">
        <NumberField label={t('ticket.m3')} value={signedM3} onValue={setSignedM3} name="signed" />
        <NumberField label={t('ticket.slump')} value={slumpMm} onValue={setSlumpMm} name="slump" />
        <NumberField
          label={t('ticket.refused')}
          value={refusedM3}
          onValue={setRefusedM3}
          name="refused"
        />
        {(refusedM3 ?? 0) > 0 && (
          <label>
            {t('ticket.refusedReason')}
            <input
              value={refusedReason}
              maxLength={500}
              onChange={({ target }) => setRefusedReason(target.value)}
            />
          </label>
        )}
        <NumberField
          label={t('ticket.returned')}
          value={returnedM3}
          onValue={setReturnedM3}
          name="returned"
        />
        <label>
          {t('ticket.name')}
          <input
            value={signerName}
            maxLength={40}
            data-testid="signer-name"
            onChange={({ target }) => setSignerName(target.value)}
          />
        </label>
        <SignaturePad strokes={strokes} onStrokes={setStrokes} />
        <button type="button" className="plain-button" onClick={() => setStrokes([])}>
          {t('ticket.clear')}
        </button>
        {hasTried && fault !== null && (
          <p className="notice notice-bad" role="alert" data-testid="acceptance-fault">
            {t(`ticket.${fault}`, { m3: m3.toFixed(2) })}
          </p>
        )}
      </div>
    </ConfirmDialog>
  );
}
