import type { CandidateView, OrderDetailView } from '@tongyun/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Modal, Skeleton, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { assignLoad, assignPumpJob } from '../../api/deliveries.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { formatM3 } from '../../i18n/format-m3.js';
import { candidatesFor, type Job } from '../queries.js';
import { CandidatesTable } from './candidates-table.js';
import { useAfterAssigning } from './use-after-assigning.js';

export interface AssignDialogProps {
  readonly order: OrderDetailView;
  /** The job that wants a vehicle; null: the dialog is closed. */
  readonly job: Job | null;
  readonly onClose: () => void;
}

export function AssignDialog({ order, job, onClose }: AssignDialogProps) {
  const { t } = useTranslation('dispatcher');
  const title =
    job?.kind === 'load'
      ? t('assign.title', { orderNo: order.orderNo, loadNo: job.loadNo, m3: formatM3(job.m3) })
      : t('assign.pumpTitle', { orderNo: order.orderNo });
  return (
    <Modal
      open={job !== null}
      title={title}
      width={1040}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
      data-testid="assign-dialog"
    >
      {job && <AssignBody orderId={order.id} job={job} onDone={onClose} />}
    </Modal>
  );
}

interface AssignBodyProps {
  readonly orderId: string;
  readonly job: Job;
  readonly onDone: () => void;
}

interface Choice {
  readonly candidate: CandidateView;
  readonly overrideReason?: string;
}

function AssignBody({ orderId, job, onDone }: AssignBodyProps) {
  const { t } = useTranslation('dispatcher');
  const { message } = App.useApp();
  const afterAssigning = useAfterAssigning(orderId);
  const candidates = useQuery(candidatesFor(job));
  const assign = useMutation({
    mutationFn: ({ candidate: { vehicleId, driverId }, overrideReason }: Choice) =>
      (job.kind === 'load' ? assignLoad : assignPumpJob)(job.id, {
        vehicleId,
        driverId: driverId ?? '',
        ...(overrideReason === undefined ? {} : { overrideReason }),
      }),
    onSuccess: (assignment) => {
      void message.success(t('assign.done', { plate: assignment.plateNo ?? '' }));
      onDone();
    },
    onSettled: afterAssigning,
  });
  const items = candidates.data ?? [];
  const freeCount = items.filter(({ mayAssign }) => mayAssign).length;

  if (candidates.isPending) return <Skeleton active />;
  return (
    <>
      <RefusalNotice error={candidates.error ?? assign.error} />
      <p className="desk-tools">
        <Tag color="green">{t('assign.free', { count: freeCount })}</Tag>
        <Tag>{t('assign.refused', { count: items.length - freeCount })}</Tag>
        {items.some(({ travelSource }) => travelSource === 'estimate') && (
          <Tag color="gold">{t('assign.estimate')}</Tag>
        )}
      </p>
      <CandidatesTable
        candidates={items}
        isPending={assign.isPending}
        onAssign={(candidate, overrideReason) =>
          assign.mutate({
            candidate,
            ...(overrideReason === undefined ? {} : { overrideReason }),
          })
        }
      />
    </>
  );
}
