import { useTranslation } from 'react-i18next';
import type { PlaceState } from './use-place.js';

export interface PlaceSwitchProps {
  readonly isWanted: boolean;
  readonly state: PlaceState;
  readonly onChange: (isWanted: boolean) => void;
}

/** Whether to ask for the place where the officer stands, and how well it is known. */
export function PlaceSwitch({ isWanted, state, onChange }: PlaceSwitchProps) {
  const { t } = useTranslation('police');
  return (
    <div className="place">
      <label>
        <input
          type="checkbox"
          role="switch"
          checked={isWanted}
          data-testid="use-place"
          onChange={({ target }) => onChange(target.checked)}
        />
        {t('place.use')}
      </label>
      <span role="status" data-testid="place-state" data-state={state.state}>
        {state.state === 'found'
          ? t('place.found', { m: state.place.accuracyM })
          : t(`place.${state.state}`)}
      </span>
    </div>
  );
}
