import type { LiveVehicleView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { STATE_COLORS, vehicleStateOf } from '../../map/layers/vehicle-state.js';

type Shown = Pick<LiveVehicleView, 'kind' | 'isViolating' | 'isOnline' | 'stage' | 'fixAt'>;

/** The vehicle's symbol of the map with its state in words. */
export function VehicleBadge({ vehicle }: { readonly vehicle: Shown }) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const state = vehicleStateOf(vehicle);
  return (
    <span className="vehicle-badge">
      <span
        className={`vehicle-mark vehicle-mark-${vehicle.kind}`}
        style={{ background: STATE_COLORS[state] }}
        role="img"
        aria-label={shared(`vehicleKind.${vehicle.kind}`)}
      >
        {shared(`vehicleLetter.${vehicle.kind}`)}
      </span>
      {t(`vehicleState.${state}`)}
    </span>
  );
}
