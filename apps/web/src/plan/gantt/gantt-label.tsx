import { Tag } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { driverNameOf, type PlanIndex, vehicleName } from '../plan-index.js';
import type { GanttRow } from './gantt-row.js';

export interface GanttLabelProps {
  readonly row: GanttRow;
  readonly index: PlanIndex;
  readonly isUnserved: boolean;
}

/** Who or what a row is about. */
export const GanttLabel = memo(function GanttLabel({ row, index, isUnserved }: GanttLabelProps) {
  switch (row.kind) {
    case 'vehicle':
      return <VehicleLabel id={row.id} index={index} />;
    case 'line':
      return <LineLabel id={row.id} index={index} />;
    case 'order':
      return <OrderLabel id={row.id} index={index} isUnserved={isUnserved} />;
  }
});

interface LabelProps {
  readonly id: string;
  readonly index: PlanIndex;
}

function VehicleLabel({ id, index }: LabelProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const vehicle = index.vehicles.get(id);
  if (!vehicle) return null;
  const barred = vehicle.reasons.find(({ effect }) => effect !== 'notice');
  return (
    <>
      <b>{vehicleName(vehicle)}</b>
      {vehicle.drumM3 !== null && <span className="gantt-sub">{formatM3(vehicle.drumM3)} m³</span>}
      {vehicle.use !== 'own' && <Tag color="cyan">{shared(`useKind.${vehicle.use}`)}</Tag>}
      {barred ? (
        <Tag color="red">{shared(`reason.${barred.code}`)}</Tag>
      ) : (
        <span className="gantt-sub">{driverNameOf(vehicle, index) ?? t('gantt.noDriver')}</span>
      )}
    </>
  );
}

function LineLabel({ id, index }: LabelProps) {
  const line = index.lines.get(id);
  if (!line) return null;
  return (
    <>
      <b>{line.name}</b>
      <span className="gantt-sub">
        {line.plantName} · {line.rateM3PerHour} m³/h
      </span>
    </>
  );
}

function OrderLabel({ id, index, isUnserved }: LabelProps & { readonly isUnserved: boolean }) {
  const { t } = useTranslation('plan');
  const order = index.orders.get(id);
  if (!order) return null;
  return (
    <>
      <b>{order.siteName}</b>
      <span className="gantt-sub">
        {order.grade} {formatM3(order.orderedM3)} m³
      </span>
      {isUnserved && <Tag color="red">{t('figure.unserved')}</Tag>}
      {order.priority !== 'committed' && <Tag color="gold">{t(`priority.${order.priority}`)}</Tag>}
    </>
  );
}
