import type { TerminalView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatTimeSeconds } from '../../i18n/time.js';
import { BindButton } from './bind-button.js';
import { useVehiclesByPlate } from './queries.js';

export interface TerminalCardProps {
  readonly terminal: TerminalView;
  readonly onOpen: (terminalId: string) => void;
}

/** One terminal of the list; where its plate is known it is bound from here, by one tap. */
export function TerminalCard({ terminal, onOpen }: TerminalCardProps) {
  const { t } = useTranslation('fitter');
  const { id, phone, plateSent, plateColorSent, refusalCode, lastSeenAt, state } = terminal;
  const isSwapped = refusalCode === 'ANOTHER_TERMINAL' && state === 'bound';
  const plate = isSwapped ? terminal.plateNo : state === 'provisional' ? plateSent : null;
  const { data: vehicles } = useVehiclesByPlate(plate ?? '');
  // Plate and colour together are the key; where they name two, somebody has to choose.
  const named = (vehicles ?? []).filter((found) =>
    isSwapped
      ? found.id === terminal.vehicleId
      : found.plateNo === plateSent &&
        (plateColorSent === null || found.plateColor === plateColorSent),
  );
  const vehicle = named.length === 1 ? named[0] : undefined;
  return (
    <article className="terminal-card" data-testid={`terminal-${phone}`}>
      <button type="button" className="card-head" onClick={() => onOpen(id)}>
        <strong>{plateSent ?? t('terminal.notSent')}</strong>
        <span>{phone}</span>
        <time dateTime={lastSeenAt}>{formatTimeSeconds(lastSeenAt)}</time>
      </button>
      {refusalCode && (
        <p className="card-refusal">
          {t(`refusalCode.${refusalCode}`)} <code>{refusalCode}</code>
        </p>
      )}
      {vehicle && <BindButton terminal={terminal} vehicle={vehicle} onBound={() => onOpen(id)} />}
    </article>
  );
}
