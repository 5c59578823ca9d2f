import type { RoadsideOutcome, RoadsideView } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordOutcome } from '../../api/supervision.js';
import { Refused } from './refused.js';
import type { Place } from '../place/use-place.js';

const OUTCOMES: readonly RoadsideOutcome[] = ['released', 'left_by_route', 'held'];

export interface OutcomeFormProps {
  readonly view: RoadsideView;
  /** Where the officer stands; null: not known. */
  readonly place: Place | null;
}

/** What the officer does with the vehicle: three buttons, and a line where one needs it. */
export function OutcomeForm({ view, place }: OutcomeFormProps) {
  const { t } = useTranslation('police');
  const [chosen, setChosen] = useState<RoadsideOutcome | null>(null);
  const [words, setWords] = useState('');
  const record = useMutation({
    mutationFn: (outcome: RoadsideOutcome) =>
      recordOutcome(view.checkId, {
        outcome,
        route: outcome === 'left_by_route' ? words.trim() : null,
        note: outcome !== 'left_by_route' && words.trim().length >= 2 ? words.trim() : null,
        position: place && { lng: place.lng, lat: place.lat, crs: 'wgs84' },
      }),
    networkMode: 'always',
  });
  if (record.data) {
    const { outcome, isEnterpriseTold } = record.data;
    return (
      <p className="outcome-done" role="status" data-testid="outcome-done">
        {t('outcome.done', { outcome: t(`outcome.${outcome}`) })}
        {isEnterpriseTold && ` ${t('outcome.told')}`}
      </p>
    );
  }
  const needsWords = chosen === 'left_by_route';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== null) record.mutate(chosen);
  };
  return (
    <form className="outcome" aria-label={t('outcome.heading')} onSubmit={submit}>
      <h2>{t('outcome.heading')}</h2>
      <div className="outcome-buttons">
        {OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="button"
            aria-pressed={chosen === outcome}
            data-testid={`outcome-${outcome}`}
            onClick={() => setChosen(outcome)}
          >
            {t(`outcome.${outcome}`)}
          </button>
        ))}
      </div>
      {chosen !== null && (
        <>
          <label>
            {t(needsWords ? 'outcome.route' : 'outcome.note')}
            <input
              value={words}
              maxLength={300}
              required={needsWords}
              minLength={2}
              data-testid="outcome-words"
              onChange={({ target }) => setWords(target.value)}
            />
          </label>
          <button
            type="submit"
            className="ask-button"
            data-testid="outcome-save"
            disabled={record.isPending}
          >
            {t('outcome.save')}
          </button>
        </>
      )}
      <Refused error={record.error} />
    </form>
  );
}
