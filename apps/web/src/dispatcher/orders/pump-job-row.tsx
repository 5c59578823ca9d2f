import type { OrderDetailView, PumpJobView } from '@tongyun/contracts';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { AssignDialog } from '../assign/assign-dialog.js';
import { usePermission } from '../../api/use-session.js';
import { CancelAssignment } from '../assign/cancel-assignment.js';
import { RecordPumpStage } from './record-pump-stage.js';

export interface PumpJobRowProps {
  readonly order: OrderDetailView;
  readonly job: PumpJobView;
  /** Which of the order's pumps, from 0. */
  readonly place: number;
  readonly mayAssign: boolean;
}

/** A pump that the pour needs, above its loads. */
export function PumpJobRow({ order, job, place, mayAssign }: PumpJobRowProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const mayRecord = usePermission('trips.record_stage');
  const [isAssigning, setAssigning] = useState(false);
  const { assignment, nextStage } = job;
  const last = job.stages.at(-1);
  const isOver = job.state === 'left';
  return (
    <div className="pump-row" data-testid="pump-row">
      <b>
        {order.pumpsNeeded > 1
          ? t('order.pumpOf', { no: place + 1, of: order.pumpsNeeded })
          : t('order.pump')}
      </b>
      <span>
        {t('order.pumpReady')} {formatTime(job.readyByAt)}
      </span>
      <Tag data-testid="pump-state">
        {shared(`pumpJobState.${job.state}`)}
        {last && ` ${formatTime(last.at)}`}
      </Tag>
      {assignment && (
        <span>
          {assignment.plateNo ?? t('vehicles.unsaidPlate')} · {assignment.driverName}
        </span>
      )}
      <span className="app-bar-space" />
      {mayAssign && !assignment && (
        <Button type="primary" data-testid="assign-pump" onClick={() => setAssigning(true)}>
          {t('order.assign')}
        </Button>
      )}
      {mayRecord && assignment && nextStage && <RecordPumpStage job={job} nextStage={nextStage} />}
      {mayAssign && assignment && !isOver && <CancelAssignment assignment={assignment} />}
      <AssignDialog
        order={order}
        job={isAssigning ? { kind: 'pump', id: job.id } : null}
        onClose={() => setAssigning(false)}
      />
    </div>
  );
}
