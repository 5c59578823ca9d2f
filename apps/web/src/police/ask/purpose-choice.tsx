import { roadsidePurpose } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import type { StatedPurpose } from './purpose.js';

export interface PurposeChoiceProps {
  readonly purpose: StatedPurpose;
  readonly onChange: (purpose: StatedPurpose) => void;
}

/** What the officer asks for: kept with every question under his badge. */
export function PurposeChoice({ purpose, onChange }: PurposeChoiceProps) {
  const { t } = useTranslation('police');
  const { kind, note } = purpose;
  const isOther = kind === 'other';
  return (
    <div className="purpose">
      <label>
        {t('purpose.label')}
        <select
          value={kind}
          data-testid="ask-purpose"
          onChange={({ target }) => onChange({ kind: roadsidePurpose.parse(target.value), note })}
        >
          {roadsidePurpose.options.map((option) => (
            <option key={option} value={option}>
              {t(`purpose.${option}`)}
            </option>
          ))}
        </select>
      </label>
      <input
        aria-label={t(isOther ? 'purpose.noteOfOther' : 'purpose.note')}
        placeholder={t(isOther ? 'purpose.noteOfOther' : 'purpose.note')}
        value={note}
        required={isOther}
        minLength={2}
        maxLength={200}
        data-testid="ask-purpose-note"
        onChange={({ target }) => onChange({ kind, note: target.value })}
      />
    </div>
  );
}
