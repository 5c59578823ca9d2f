import { type ChangeEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PLATE_PLACES, type PlateEntry, readPlate } from './plate-entry.js';

export interface PlateInputProps {
  readonly entry: PlateEntry;
  readonly onChange: (entry: PlateEntry) => void;
}

/**
 * Eight boxes over one real text field: keys, a keyboard, paste and a screen reader all work, and
 * a phone's own keyboard stays down.
 */
export function PlateInput({ entry, onChange }: PlateInputProps) {
  const { t } = useTranslation('shared');
  const id = useId();
  // While an input method composes 浙 from "zhe", the letters are not places yet.
  const [draft, setDraft] = useState<string | null>(null);

  const read = (text: string) => {
    setDraft(null);
    onChange(readPlate(entry, text));
  };
  const onType = ({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) setDraft(target.value);
    else read(target.value);
  };

  return (
    <div className="plate-input" data-color={entry.color}>
      <label className="plate-label" htmlFor={id}>
        {t('plate.label')}
      </label>
      <input
        id={id}
        className="plate-text"
        data-testid="plate-input"
        inputMode="none"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={draft ?? entry.places}
        onChange={onType}
        onCompositionEnd={({ currentTarget }) => read(currentTarget.value)}
      />
      <PlateBoxes places={entry.places} />
    </div>
  );
}

function PlateBoxes({ places }: { readonly places: string }) {
  const { t } = useTranslation('shared');
  return (
    <div className="plate-boxes" aria-hidden="true">
      {Array.from({ length: PLATE_PLACES }, (_, index) => (
        <span
          key={index}
          className="plate-box"
          data-is-next={index === places.length}
          data-is-energy={index === PLATE_PLACES - 1}
        >
          {places[index] ?? (index === PLATE_PLACES - 1 ? <small>{t('plate.energy')}</small> : '')}
        </span>
      ))}
    </div>
  );
}
