import type { VehicleView } from '@tongyun/contracts';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVehiclesByPlate } from './queries.js';

export interface FindVehicleProps {
  readonly label?: string;
  readonly mayChoose?: (vehicle: VehicleView) => boolean;
  readonly onTerminal: (vehicle: VehicleView) => void;
}

/** Some of a plate leads to the vehicles that carry it. */
export function FindVehicle({ label, mayChoose = () => true, onTerminal }: FindVehicleProps) {
  const { t } = useTranslation('fitter');
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim().toUpperCase());
  const { data: vehicles } = useVehiclesByPlate(asked);
  return (
    <section className="find-vehicle">
      <label>
        <span>{label ?? t('list.find')}</span>
        <input
          type="search"
          value={typed}
          maxLength={12}
          placeholder={t('list.findHint')}
          data-testid="find-vehicle"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {vehicles?.length === 0 && <p className="fitter-hint">{t('list.noVehicle')}</p>}
      <ul className="fitter-cards">
        {vehicles?.map((vehicle) => (
          <li key={vehicle.id}>
            <button
              type="button"
              className="wide-button"
              disabled={!mayChoose(vehicle)}
              onClick={() => onTerminal(vehicle)}
            >
              <strong>{vehicle.plateNo ?? vehicle.equipmentNo}</strong>
              {vehicle.terminalId === null && <span>{t('list.noTerminal')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
