import type { TerminalView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { FindVehicle } from './find-vehicle.js';
import { useTerminalsToSeeTo } from './queries.js';
import { TerminalCard } from './terminal-card.js';

export interface OpensTerminal {
  readonly onOpen: (terminalId: string) => void;
}

/** What wants a fitter's hand, and a way to any truck that does not. */
export function TerminalLists({ onOpen }: OpensTerminal) {
  const { t } = useTranslation('fitter');
  const { data, error } = useTerminalsToSeeTo();
  const isEmpty = data !== undefined && data.refused.length + data.waiting.length === 0;
  return (
    <>
      <h2>{t('list.heading')}</h2>
      <RefusalNotice error={error} />
      {isEmpty && <p className="fitter-hint">{t('list.none')}</p>}
      <Cards heading={t('list.refused')} terminals={data?.refused ?? []} onOpen={onOpen} />
      <Cards heading={t('list.waiting')} terminals={data?.waiting ?? []} onOpen={onOpen} />
      <FindVehicle
        onTerminal={({ terminalId }) => terminalId !== null && onOpen(terminalId)}
        mayChoose={({ terminalId }) => terminalId !== null}
      />
    </>
  );
}

interface CardsProps extends OpensTerminal {
  readonly heading: string;
  readonly terminals: readonly TerminalView[];
}

function Cards({ heading, terminals, onOpen }: CardsProps) {
  if (terminals.length === 0) return null;
  return (
    <section>
      <h3>
        {heading} ({terminals.length})
      </h3>
      <ul className="fitter-cards">
        {terminals.map((terminal) => (
          <li key={terminal.id}>
            <TerminalCard terminal={terminal} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}
