import { useTranslation } from 'react-i18next';
import { eraseKey, findKeys, type PlateEntry, pressKey } from './plate-entry.js';

export interface PlateKeyboardProps {
  readonly entry: PlateEntry;
  readonly onChange: (entry: PlateEntry) => void;
}

/** Big keys, and only those that fit the next place. */
export function PlateKeyboard({ entry, onChange }: PlateKeyboardProps) {
  const { t } = useTranslation('shared');
  return (
    <div className="plate-keyboard" role="group" aria-label={t('plate.keyboard')}>
      {findKeys(entry.places).map((row) => (
        <div key={row} className="plate-row">
          {[...row].map((key) => (
            <button
              key={key}
              type="button"
              className="plate-key"
              onClick={() => onChange(pressKey(entry, key))}
            >
              {key}
            </button>
          ))}
        </div>
      ))}
      <button
        type="button"
        className="plate-key plate-erase"
        aria-label={t('plate.eraseHint')}
        disabled={entry.places === ''}
        onClick={() => onChange(eraseKey(entry))}
      >
        ⌫ {t('plate.erase')}
      </button>
    </div>
  );
}
