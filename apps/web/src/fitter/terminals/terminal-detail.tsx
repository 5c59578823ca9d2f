import type { TerminalView, VehicleView } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { DrumPanel } from '../live/drum-panel.js';
import { LivePanel } from '../live/live-panel.js';
import { BindButton } from './bind-button.js';
import { ClaimFacts } from './claim-facts.js';
import { FindVehicle } from './find-vehicle.js';
import { useTerminal, useTerminalFix } from './queries.js';

export interface TerminalDetailProps {
  readonly terminalId: string;
  readonly onBack: () => void;
}

/** One terminal: who it says it is, what it rides on, what it reports now. */
export function TerminalDetail({ terminalId, onBack }: TerminalDetailProps) {
  const { t } = useTranslation('fitter');
  const { data: terminal, error } = useTerminal(terminalId);
  const { data: live } = useTerminalFix(terminalId);
  return (
    <>
      <button type="button" className="wide-button" data-testid="back" onClick={onBack}>
        {t('terminal.back')}
      </button>
      <RefusalNotice error={error} />
      {terminal && (
        <>
          <TerminalFacts terminal={terminal} />
          {terminal.claimedBy && <ClaimFacts terminal={terminal} claimedBy={terminal.claimedBy} />}
          {live && <LivePanel terminal={terminal} fix={live.fix} />}
          {live && <DrumPanel terminal={terminal} fix={live.fix} />}
          <BindElsewhere terminal={terminal} />
        </>
      )}
    </>
  );
}

function TerminalFacts({ terminal }: { readonly terminal: TerminalView }) {
  const { t } = useTranslation('fitter');
  const { phone, plateSent, plateNo, state, manufacturer, refusalCode, lastFrame } = terminal;
  const isBound = state === 'bound';
  return (
    <dl className="facts">
      <dt>{t('terminal.vehicle')}</dt>
      <dd data-testid="vehicle">{isBound ? plateNo : t('terminal.noVehicle')}</dd>
      <dt>{t('terminal.phone')}</dt>
      <dd>{phone}</dd>
      <dt>{t('terminal.plateSent')}</dt>
      <dd>{plateSent ?? t('terminal.notSent')}</dd>
      <dt>{t('terminal.maker')}</dt>
      <dd>{manufacturer ?? t('terminal.notSent')}</dd>
      <dt>{t('terminal.lastSeen')}</dt>
      <dd>{formatDateTime(terminal.lastSeenAt)}</dd>
      {refusalCode && (
        <>
          <dt>{t('terminal.refusal')}</dt>
          <dd className="is-bad" data-testid="refusal">
            {t(`refusalCode.${refusalCode}`)} <code>{refusalCode}</code>
          </dd>
        </>
      )}
      {lastFrame && (
        <>
          <dt>{t('terminal.lastFrame')}</dt>
          <dd>
            <code className="frame">{lastFrame}</code>
          </dd>
        </>
      )}
    </dl>
  );
}

function BindElsewhere({ terminal }: { readonly terminal: TerminalView }) {
  const { t } = useTranslation('fitter');
  const [vehicle, setVehicle] = useState<VehicleView | null>(null);
  return (
    <>
      <FindVehicle
        label={t('bind.other')}
        mayChoose={({ terminalId }) => terminalId !== terminal.id}
        onTerminal={setVehicle}
      />
      {vehicle && (
        <BindButton
          key={vehicle.id}
          terminal={terminal}
          vehicle={vehicle}
          onBound={() => setVehicle(null)}
        />
      )}
    </>
  );
}
