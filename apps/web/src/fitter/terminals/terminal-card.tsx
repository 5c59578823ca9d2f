import type { TerminalView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatTimeSeconds } from '../../i18n/time.js';
import { BindButton } from './bind-button.js';
import { ClaimFacts } from './claim-facts.js';
import { useVehiclesByPlate } from './queries.js';

export interface TerminalCardProps {
  readonly terminal: TerminalView;
  readonly onOpen: (terminalId: string) => void;
}

/** One terminal of the list; where its plate is known it is bound from here, by one tap. */
export function TerminalCard({ terminal, onOpen }: TerminalCardProps) {
  const { t } = useTranslation('fitter');
  const { id, phone, plateSent, refusalCode, lastSeenAt, claimedBy } = terminal;
  const vehicle = useVehicleToBind(terminal);
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
      {claimedBy && <ClaimFacts terminal={terminal} claimedBy={claimedBy} />}
      {vehicle && <BindButton terminal={terminal} vehicle={vehicle} onBound={() => onOpen(id)} />}
    </article>
  );
}

/** The vehicle it rides on, where another device wants its place; else the one whose plate it states. */
function useVehicleToBind(terminal: TerminalView) {
  const { id, state, claimedBy, vehicleId, plateNo, plateSent, plateColorSent } = terminal;
  const { data: vehicles } = useVehiclesByPlate(state === 'provisional' ? (plateSent ?? '') : '');
  if (claimedBy !== null && state === 'bound' && vehicleId !== null) {
    return { id: vehicleId, plateNo, equipmentNo: null, terminalId: id };
  }
  // Plate and colour together are the key; where they name two, somebody has to choose.
  const named = (vehicles ?? []).filter(
    (found) =>
      found.plateNo === plateSent &&
      (plateColorSent === null || found.plateColor === plateColorSent),
  );
  return named.length === 1 ? named[0] : undefined;
}
