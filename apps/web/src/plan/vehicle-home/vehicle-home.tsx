import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { useOpenPlan } from '../plan-desk.js';
import type { PlanVehicle } from '../plan-index.js';
import { VehicleHomeModal } from './vehicle-home-modal.js';

/** Where a vehicle begins and ends its day, and where to say so. */
export function VehicleHome({ vehicle }: { readonly vehicle: PlanVehicle }) {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const maySet = usePermission('vehicles.manage');
  const [isChanging, setChanging] = useState(false);
  const plants = new Map(plan.lines.map(({ plantId, plantName }) => [plantId, plantName]));
  const nameOf = (id: string | null): string => plants.get(id ?? '') ?? '';
  const { homePlantId, endPlantId, isHomeStated } = vehicle;
  if (homePlantId === null) return null;
  const names = { home: nameOf(homePlantId), end: nameOf(endPlantId) };
  return (
    <p data-testid="vehicle-home">
      {t(homePlantId === endPlantId ? 'vehicleHome.both' : 'vehicleHome.apart', names)}{' '}
      <span className="gantt-sub">
        {t(isHomeStated ? 'vehicleHome.stated' : 'vehicleHome.guessed')}
      </span>{' '}
      {maySet && (
        <Button size="small" data-testid="change-vehicle-home" onClick={() => setChanging(true)}>
          {t('vehicleHome.change')}
        </Button>
      )}
      {isChanging && (
        <VehicleHomeModal vehicle={vehicle} plants={plants} onClose={() => setChanging(false)} />
      )}
    </p>
  );
}
