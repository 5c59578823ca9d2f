import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { RefusalWords } from '../../ui/refusal-words.js';
import type { QueueEntry } from './queue-entry.js';
import type { RefusedEntry } from './queue-store.js';

export interface RefusedEntriesProps {
  readonly refused: readonly RefusedEntry[];
  readonly onSeen: (ids: readonly string[]) => Promise<void>;
}

/** What the server will not take: told once, in words, never dropped in silence. */
export function RefusedEntries({ refused, onSeen }: RefusedEntriesProps) {
  const { t } = useTranslation('driver');
  if (refused.length === 0) return null;
  const taps = refused.filter(({ entry }) => entry.kind !== 'fix');
  const lastFix = refused.findLast(({ entry }) => entry.kind === 'fix');
  return (
    <section className="notice notice-bad" role="alert" data-testid="refused-entries">
      <h2>{t('refused.title', { n: refused.length })}</h2>
      <ul>
        {taps.map(({ entry, refusal }) => (
          <li key={entry.id}>
            <EntryName entry={entry} />: <RefusalWords refusal={refusal} />
          </li>
        ))}
        {lastFix && (
          <li>
            {t('refused.fixes', { n: refused.length - taps.length })}:{' '}
            <RefusalWords refusal={lastFix.refusal} />
          </li>
        )}
      </ul>
      <button
        type="button"
        className="plain-button"
        onClick={() => void onSeen(refused.map(({ entry }) => entry.id))}
      >
        {t('refused.seen')}
      </button>
    </section>
  );
}

function EntryName({ entry }: { readonly entry: QueueEntry }) {
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  const time = formatTime(entry.at);
  switch (entry.kind) {
    case 'claim':
      return t('refused.claim', { stage: shared(`stageButton.${entry.stage}`), time });
    case 'pump_claim':
      return t('refused.claim', { stage: shared(`pumpButton.${entry.stage}`), time });
    case 'acceptance':
      return t('refused.acceptance', { time });
    case 'start':
      return t('refused.start', { time: formatTime(entry.startsAt) });
    case 'clock_out':
      return t('refused.clockOut', { time });
    case 'fix':
      return null;
  }
}
