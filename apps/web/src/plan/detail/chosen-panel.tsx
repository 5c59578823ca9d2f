import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import { LinePanel } from './line-panel.js';
import { LoadPanel } from './load-panel.js';
import { OrderPanel } from './order-panel.js';
import { PumpJobPanel } from './pump-job-panel.js';
import { VehiclePanel } from './vehicle-panel.js';

/** What the dispatcher points at, as far as the plan still knows it. */
export function ChosenPanel() {
  const { t } = useTranslation('plan');
  const { index } = useOpenPlan();
  const { chosen } = usePlanDesk().state;
  const load = chosen && index.loads.get(chosen.id);
  if (load) return <LoadPanel load={load} />;
  const job = chosen && index.pumpJobs.get(chosen.id);
  if (job) return <PumpJobPanel job={job} />;
  const vehicle = chosen && index.vehicles.get(chosen.id);
  if (vehicle) return <VehiclePanel vehicle={vehicle} />;
  const line = chosen && index.lines.get(chosen.id);
  if (line) return <LinePanel line={line} />;
  const order = chosen && index.orders.get(chosen.id);
  if (order) return <OrderPanel order={order} />;
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('side.nothingChosen')} />;
}
