import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { EventMenu } from '../events/event-menu.js';
import { useOpenPlan } from '../plan-desk.js';
import { driverNameOf, type PlanVehicle, vehicleName } from '../plan-index.js';
import { VehicleHome } from '../vehicle-home/vehicle-home.js';
import { Facts } from './facts.js';
import { VehicleReasons } from './vehicle-reasons.js';

/** A truck or pump: whose, who drives it, until when, and what it does on the day. */
export function VehiclePanel({ vehicle }: { readonly vehicle: PlanVehicle }) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { plan, index } = useOpenPlan();
  const loads = plan.loads.filter(({ vehicleId }) => vehicleId === vehicle.id);
  const jobs = plan.pumpJobs.filter(({ vehicleId }) => vehicleId === vehicle.id);
  const m3 = loads.reduce((sum, load) => sum + load.m3, 0);
  return (
    <div className="plan-panel" data-testid="vehicle-panel" data-vehicle-id={vehicle.id}>
      <header className="plan-panel-head">
        <h2>{vehicleName(vehicle)}</h2>
        {vehicle.plateNo !== null && <span className="gantt-sub">{vehicle.plateNo}</span>}
      </header>
      <div className="plan-actions">
        <EventMenu chosen={{ kind: 'vehicle', id: vehicle.id }} />
      </div>
      <Facts
        rows={[
          [
            t('vehicle.kind'),
            `${shared(`vehicleKind.${vehicle.kind}`)} · ${shared(`useKind.${vehicle.use}`)}`,
          ],
          [t('load.driver'), driverNameOf(vehicle, index) ?? t('gantt.noDriver')],
          [
            t('vehicle.duty'),
            `${formatTime(vehicle.dutyFromAt)} – ${formatTime(vehicle.dutyToAt)}`,
          ],
          vehicle.kind === 'mixer'
            ? [t('vehicle.work'), t('vehicle.loads', { count: loads.length, m3: formatM3(m3) })]
            : [t('vehicle.work'), t('vehicle.jobs', { count: jobs.length })],
        ]}
      />
      <VehicleHome vehicle={vehicle} />
      <VehicleReasons vehicle={vehicle} />
    </div>
  );
}
