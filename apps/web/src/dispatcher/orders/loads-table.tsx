import type { LoadView, OrderDetailView } from '@tongyun/contracts';
import { Button, Table, type TableColumnsType, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { AssignDialog } from '../assign/assign-dialog.js';
import { CancelAssignment } from '../assign/cancel-assignment.js';
import { useDesk } from '../desk.js';
import { formatM3 } from '../../i18n/format-m3.js';
import { LOAD_TAGS } from './state-tags.js';

export interface LoadsTableProps {
  readonly order: OrderDetailView;
  readonly mayAssign: boolean;
}

export function LoadsTable({ order, mayAssign }: LoadsTableProps) {
  const { t } = useTranslation('dispatcher');
  const [assigned, setAssigned] = useState<LoadView | null>(null);
  return (
    <section aria-label={t('order.loadsTitle')}>
      <Table<LoadView>
        size="small"
        rowKey="id"
        columns={useColumns(mayAssign, setAssigned)}
        dataSource={order.loads}
        pagination={false}
        onRow={(load) => ({
          className: 'load-row',
          'data-testid': 'load-row',
          'data-load-no': load.loadNo,
        })}
      />
      <AssignDialog
        order={order}
        job={
          assigned && {
            kind: 'load',
            id: assigned.id,
            loadNo: assigned.loadNo,
            m3: assigned.plannedM3,
          }
        }
        onClose={() => setAssigned(null)}
      />
    </section>
  );
}

function useColumns(
  mayAssign: boolean,
  onAssign: (load: LoadView) => void,
): TableColumnsType<LoadView> {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  return [
    {
      key: 'load',
      title: t('order.load'),
      width: 92,
      render: (_, { loadNo, plannedM3, dueAt, kind }) => (
        <>
          <b>{loadNo}</b> · {formatM3(plannedM3)} m³
          <div className="order-sub">
            {formatTime(dueAt)}
            {kind !== 'concrete' && ` ${shared(`loadKind.${kind}`)}`}
          </div>
        </>
      ),
    },
    {
      key: 'vehicle',
      title: t('order.vehicle'),
      render: (_, load) => <AssignedVehicle load={load} />,
    },
    {
      key: 'state',
      title: t('order.stage'),
      width: 76,
      render: (_, load) => <LoadStage load={load} />,
    },
    {
      key: 'act',
      width: 62,
      render: (_, load) => mayAssign && <LoadAction load={load} onAssign={() => onAssign(load)} />,
    },
  ];
}

function AssignedVehicle({ load: { assignment } }: { readonly load: LoadView }) {
  const { t } = useTranslation('dispatcher');
  const { act, vehicles } = useDesk();
  if (!assignment) return null;
  const { vehicleId, plateNo, driverName, warnings, overrideReason } = assignment;
  const show = () =>
    act({ do: 'select_vehicle', vehicleId, at: vehicles.get(vehicleId)?.position ?? null });
  return (
    <>
      <Button type="link" className="plate-link" onClick={show}>
        {plateNo ?? t('vehicles.unsaidPlate')}
      </Button>
      {warnings.length > 0 && (
        <Tooltip title={warnings.map(({ message }) => message).join('; ')}>
          <Tag color="gold">!</Tag>
        </Tooltip>
      )}
      <div className="order-sub">{driverName}</div>
      {overrideReason !== null && (
        <div className="order-sub">{t('order.override', { reason: overrideReason })}</div>
      )}
    </>
  );
}

function LoadStage({ load: { state, tripStage } }: { readonly load: LoadView }) {
  const { t: shared } = useTranslation('shared');
  return (
    <Tag color={LOAD_TAGS[state]}>
      {tripStage === null || tripStage === 'assigned'
        ? shared(`loadState.${state}`)
        : shared(`stage.${tripStage}`)}
    </Tag>
  );
}

interface LoadActionProps {
  readonly load: LoadView;
  readonly onAssign: () => void;
}

function LoadAction({ load: { state, assignment }, onAssign }: LoadActionProps) {
  const { t } = useTranslation('dispatcher');
  if (assignment === null && state === 'planned') {
    return (
      <Button type="primary" data-testid="assign-load" onClick={onAssign}>
        {t('order.assign')}
      </Button>
    );
  }
  return assignment && state === 'released' ? <CancelAssignment assignment={assignment} /> : null;
}
