import type { TrainingSessionView } from '@tongyun/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTrainingSessions } from '../../api/training-sessions.js';
import { usePermission } from '../../api/use-session.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { TimeSpan } from '../lists/time-span.js';
import { ListTable } from '../lists/list-table.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { PlanSessionModal } from './plan-session-modal.js';
import { READ_EVERY_MS } from './read-every.js';
import { SessionDrawer } from './session-drawer.js';
import { SessionState } from './session-state.js';

/** Training sessions: planned by the authorities, filled by the enterprises. */
export function SessionsTab() {
  const { t } = useTranslation('admin');
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [isPlanning, setIsPlanning] = useState(false);
  const mayPlan = usePermission('trainings.record');
  const list = usePagedList(LIST_KEYS.sessions, listTrainingSessions, READ_EVERY_MS);
  const columns = useColumns(({ id }) => setOpenedId(id));
  return (
    <>
      <ListTable
        label={t('tab.sessions')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        tools={
          mayPlan && (
            <Button type="primary" data-testid="plan-session" onClick={() => setIsPlanning(true)}>
              {t('session.plan')}
            </Button>
          )
        }
      />
      {openedId !== null && <SessionDrawer id={openedId} onClose={() => setOpenedId(null)} />}
      {isPlanning && <PlanSessionModal onClose={() => setIsPlanning(false)} />}
    </>
  );
}

function useColumns(
  onOpen: (session: TrainingSessionView) => void,
): TableColumnsType<TrainingSessionView> {
  const { t } = useTranslation('admin');
  return [
    { title: t('session.name'), dataIndex: 'title' },
    { title: t('session.place'), dataIndex: 'place' },
    { title: t('session.partner'), dataIndex: 'partnerAgency' },
    {
      title: t('session.time'),
      key: 'time',
      render: (_, { startsAt, endsAt }) => <TimeSpan from={startsAt} to={endsAt} />,
    },
    {
      title: t('session.places'),
      key: 'places',
      render: (_, { enrolled, capacity }) => `${enrolled} / ${capacity}`,
    },
    { title: t('session.fee'), key: 'fee', render: () => t('session.free') },
    {
      title: t('session.stateLabel'),
      key: 'state',
      render: (_, session) => <SessionState session={session} />,
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, session) => <Button onClick={() => onOpen(session)}>{t('session.open')}</Button>,
    },
  ];
}
