import { type PlateColor, plateColor } from '@tongyun/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

export interface PlateColorsProps {
  readonly color: PlateColor;
  readonly onChange: (color: PlateColor) => void;
}

/** Chips that look like the plates they stand for, each with its name. */
export function PlateColors({ color, onChange }: PlateColorsProps) {
  const { t } = useTranslation('shared');
  const name = useId();
  return (
    <fieldset className="plate-colors">
      <legend className="plate-label">{t('plate.color')}</legend>
      {plateColor.options.map((option) => (
        <label key={option} className="plate-chip" data-color={option}>
          <input
            type="radio"
            name={name}
            checked={option === color}
            onChange={() => onChange(option)}
          />
          <span>{t(`plateColor.${option}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
