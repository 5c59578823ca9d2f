import type { CandidateView } from '@tongyun/contracts';
import { Button, Table, type TableColumnsType, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/use-session.js';
import { formatTime } from '../../i18n/time.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { CandidateCost } from './candidate-cost.js';
import { CandidateReasons } from './candidate-reasons.js';
import { mayOverride } from './override.js';

export interface CandidatesTableProps {
  /** In the order the server ranks them. */
  readonly candidates: readonly CandidateView[];
  readonly isPending: boolean;
  readonly onAssign: (candidate: CandidateView, overrideReason?: string) => void;
}

export function CandidatesTable({ candidates, isPending, onAssign }: CandidatesTableProps) {
  const { t } = useTranslation('dispatcher');
  const [overridden, setOverridden] = useState<CandidateView | null>(null);
  const columns = useColumns();
  const action: TableColumnsType<CandidateView>[number] = {
    key: 'act',
    width: 128,
    render: (_, candidate) => (
      <CandidateAction
        candidate={candidate}
        isPending={isPending}
        onAssign={() => onAssign(candidate)}
        onOverride={() => setOverridden(candidate)}
      />
    ),
  };
  return (
    <>
      <Table<CandidateView>
        size="small"
        rowKey={({ vehicleId, driverId }) => `${vehicleId} ${driverId ?? ''}`}
        columns={[...columns, action]}
        dataSource={[...candidates]}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ y: 520 }}
        locale={{ emptyText: t('assign.empty') }}
        onRow={({ plateNo, mayAssign }) => ({
          className: mayAssign ? '' : 'is-refused',
          'data-testid': 'candidate-row',
          'data-plate': plateNo ?? '',
          'data-may-assign': mayAssign,
        })}
      />
      <ReasonModal
        title={t('assign.override')}
        isOpen={overridden !== null}
        isPending={isPending}
        onCancel={() => setOverridden(null)}
        onReason={(reason) => {
          if (overridden) onAssign(overridden, reason);
          setOverridden(null);
        }}
      />
    </>
  );
}

function useColumns(): TableColumnsType<CandidateView> {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  return [
    { key: 'rank', title: t('assign.rank'), width: 52, render: (_, __, index) => index + 1 },
    {
      key: 'vehicle',
      title: t('assign.vehicle'),
      width: 132,
      render: (_, { plateNo, fleetNo, kind }) => (
        <>
          <b>{plateNo ?? fleetNo ?? t('vehicles.unsaidPlate')}</b>
          <div className="order-sub">{shared(`vehicleKind.${kind}`)}</div>
        </>
      ),
    },
    {
      key: 'capacity',
      title: t('assign.capacity'),
      width: 72,
      render: (_, { drumCapacityM3 }) =>
        drumCapacityM3 === null ? shared('state.none') : `${drumCapacityM3} m³`,
    },
    {
      key: 'driver',
      title: t('assign.driver'),
      width: 88,
      render: (_, { driverName }) => driverName ?? <Tag>{t('assign.noDriver')}</Tag>,
    },
    {
      key: 'arrives',
      title: t('assign.arrives'),
      width: 116,
      render: (_, { arrivesAt, startsAt, endsAt }) => (
        <>
          {arrivesAt === null ? shared('state.none') : <b>{formatTime(arrivesAt)}</b>}
          <div className="order-sub">
            {formatTime(startsAt)}–{formatTime(endsAt)}
          </div>
        </>
      ),
    },
    {
      key: 'why',
      title: t('assign.why'),
      render: (_, candidate) => <CandidateReasons candidate={candidate} />,
    },
    {
      key: 'cost',
      title: <Tooltip title={t('assign.costHint')}>{t('assign.cost')}</Tooltip>,
      width: 72,
      render: (_, { cost, costParts }) => <CandidateCost cost={cost} parts={costParts} />,
    },
  ];
}

interface CandidateActionProps {
  readonly candidate: CandidateView;
  readonly isPending: boolean;
  readonly onAssign: () => void;
  readonly onOverride: () => void;
}

function CandidateAction({ candidate, isPending, onAssign, onOverride }: CandidateActionProps) {
  const { t } = useTranslation('dispatcher');
  const session = useSession();
  const roles = session.status === 'signed_in' ? session.user.roles : [];
  if (candidate.driverId === null) return null;
  if (candidate.mayAssign) {
    return (
      <Button type="primary" data-testid="assign-candidate" loading={isPending} onClick={onAssign}>
        {t('assign.assign')}
      </Button>
    );
  }
  return mayOverride(candidate, roles) ? (
    <Button disabled={isPending} data-testid="override-candidate" onClick={onOverride}>
      {t('assign.override')}
    </Button>
  ) : null;
}
