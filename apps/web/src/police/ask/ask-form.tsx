import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isCompletePlate, type PlateEntry } from '../../plate/plate-entry.js';
import { PlatePad } from '../../plate/plate-pad.js';
import { PlaceSwitch, type PlaceSwitchProps } from '../place/place-switch.js';
import { isPurposeSaid } from './purpose.js';
import { PurposeChoice, type PurposeChoiceProps } from './purpose-choice.js';

export interface AskFormProps {
  readonly plate: PlateEntry;
  readonly isAsking: boolean;
  readonly place: PlaceSwitchProps;
  readonly purpose: PurposeChoiceProps;
  readonly onPlate: (plate: PlateEntry) => void;
  readonly onAsk: () => void;
}

/** One field, one button. */
export function AskForm({ plate, isAsking, place, purpose, onPlate, onAsk }: AskFormProps) {
  const { t } = useTranslation('police');
  const mayAsk = isCompletePlate(plate) && isPurposeSaid(purpose.purpose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mayAsk) onAsk();
  };
  return (
    <form className="ask" aria-label={t('ask.heading')} onSubmit={submit}>
      <PlatePad entry={plate} onChange={onPlate} />
      <PurposeChoice {...purpose} />
      <PlaceSwitch {...place} />
      <button type="submit" className="ask-button" data-testid="ask" disabled={isAsking || !mayAsk}>
        {t(isAsking ? 'ask.submitting' : 'ask.submit')}
      </button>
    </form>
  );
}
