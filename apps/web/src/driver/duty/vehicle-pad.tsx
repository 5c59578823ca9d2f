import { useTranslation } from 'react-i18next';
import { PlatePad } from '../../plate/plate-pad.js';
import type { NamedVehicle } from './last-vehicle.js';

export interface VehiclePadProps {
  readonly vehicle: NamedVehicle;
  readonly onChange: (vehicle: NamedVehicle) => void;
}

/** Names a vehicle by its plate, or by the equipment number of a pump that has none. */
export function VehiclePad({ vehicle, onChange }: VehiclePadProps) {
  const { t } = useTranslation('driver');
  const isByPlate = vehicle.by === 'plate';
  return (
    <>
      {isByPlate ? (
        <PlatePad entry={vehicle.plate} onChange={(plate) => onChange({ ...vehicle, plate })} />
      ) : (
        <label className="big-field">
          {t('checkIn.equipmentNo')}
          <input
            data-testid="equipment-no"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            value={vehicle.equipmentNo}
            onChange={({ target }) => onChange({ ...vehicle, equipmentNo: target.value })}
          />
        </label>
      )}
      <button
        type="button"
        className="link-button"
        data-testid="name-otherwise"
        onClick={() => onChange({ ...vehicle, by: isByPlate ? 'equipment_no' : 'plate' })}
      >
        {t(isByPlate ? 'checkIn.byEquipmentNo' : 'checkIn.byPlate')}
      </button>
    </>
  );
}
