import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { formatPlate } from '../../plate/plate-entry.js';
import type { RecentQuery } from './recent-queries.js';

export interface RecentListProps {
  readonly queries: readonly RecentQuery[];
  /** False while the purpose is not said. */
  readonly mayAsk: boolean;
  readonly onAsk: (query: RecentQuery) => void;
}

/** What this officer asked last; a tap asks anew, since an old verdict is worth nothing and is not kept. */
export function RecentList({ queries, mayAsk, onAsk }: RecentListProps) {
  const { t } = useTranslation('police');
  if (queries.length === 0) return null;
  return (
    <section className="recent" aria-label={t('recent.heading')}>
      <h2>{t('recent.heading')}</h2>
      <ul>
        {queries.map((query) => (
          <li key={query.plateNo + query.color}>
            <button
              type="button"
              disabled={!mayAsk}
              aria-label={t('recent.open', { plate: query.plateNo })}
              onClick={() => onAsk(query)}
            >
              <strong>{formatPlate(query.plateNo)}</strong>
              <time dateTime={query.askedAt}>{formatTime(query.askedAt)}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
