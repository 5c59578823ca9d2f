import type { FindingView } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachFindingPhoto, raiseFinding } from '../../api/findings.js';
import { Refused } from '../outcome/refused.js';
import type { Place } from '../place/use-place.js';

export interface FindingFormProps {
  readonly checkId: string;
  /** Where the officer stands; null: not known. */
  readonly place: Place | null;
}

/** What is wrong with the vehicle, in words and photos: its enterprise has to answer. */
export function FindingForm({ checkId, place }: FindingFormProps) {
  const { t } = useTranslation('police');
  const [isOpen, setIsOpen] = useState(false);
  const [raised, setRaised] = useState<FindingView | null>(null);
  if (raised) return <FindingPhotos finding={raised} />;
  if (isOpen) return <FindingWords checkId={checkId} place={place} onRaised={setRaised} />;
  return (
    <button
      type="button"
      className="disclose"
      data-testid="raise-finding"
      onClick={() => setIsOpen(true)}
    >
      {t('finding.open')}
    </button>
  );
}

interface FindingWordsProps extends FindingFormProps {
  readonly onRaised: (finding: FindingView) => void;
}

function FindingWords({ checkId, place, onRaised }: FindingWordsProps) {
  const { t } = useTranslation('police');
  const [text, setText] = useState('');
  const [where, setWhere] = useState('');
  const raise = useMutation({
    mutationFn: () =>
      raiseFinding(checkId, {
        text: text.trim(),
        place: where.trim().length >= 2 ? where.trim() : null,
        position: place && { lng: place.lng, lat: place.lat, crs: 'wgs84' },
        dueOn: null,
      }),
    onSuccess: onRaised,
    networkMode: 'always',
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    raise.mutate();
  };
  return (
    <form className="outcome" aria-label={t('finding.open')} onSubmit={submit}>
      <h2>{t('finding.heading')}</h2>
      <label>
        {t('finding.text')}
        <textarea
          required
          minLength={2}
          maxLength={2_000}
          rows={3}
          value={text}
          data-testid="finding-text"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <label>
        {t('finding.place')}
        <input value={where} maxLength={200} onChange={({ target }) => setWhere(target.value)} />
      </label>
      <button
        type="submit"
        className="ask-button"
        data-testid="finding-save"
        disabled={raise.isPending}
      >
        {t('finding.save')}
      </button>
      <Refused error={raise.error} />
    </form>
  );
}

/** Photos are sent one by one as they are taken; each that failed can be taken again. */
function FindingPhotos({ finding }: { readonly finding: FindingView }) {
  const { t } = useTranslation('police');
  const [sent, setSent] = useState(finding.photos.length);
  const attach = useMutation({
    mutationFn: (photo: File) => attachFindingPhoto(finding.id, photo),
    onSuccess: ({ photos }) => setSent(photos.length),
    networkMode: 'always',
  });
  return (
    <section className="outcome" aria-label={t('finding.heading')} data-testid="finding-raised">
      <p className="outcome-done" role="status">
        {t('finding.done', { enterprise: finding.enterpriseName, dueOn: finding.dueOn })}{' '}
        {t('finding.sent', { n: sent })}
      </p>
      <label className="photo-button">
        {t(attach.isPending ? 'finding.sending' : 'finding.photo')}
        <input
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          disabled={attach.isPending}
          data-testid="finding-photo"
          onChange={({ target }) => {
            const photo = target.files?.[0];
            target.value = '';
            if (photo) attach.mutate(photo);
          }}
        />
      </label>
      <Refused error={attach.error} />
    </section>
  );
}
