import type { DriverTrainingView, TrainingKind, TrainingView } from '@tongyun/contracts';
import { Button, Flex, Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listDriverTrainings } from '../../api/compliance.js';
import { usePermission } from '../../api/use-session.js';
import { NameRequests } from '../driver-names/name-requests.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { useEnterpriseName } from '../lists/use-names.js';
import { StateTag } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { type Ending, ValidityFilter } from '../lists/validity-filter.js';
import { DriverActions } from './driver-actions.js';
import { EnterDriverModal } from './enter-driver-modal.js';
import { RecordTrainingModal } from './record-training-modal.js';
import { ResultWords } from './result-words.js';

interface Recording {
  readonly driver: DriverTrainingView;
  readonly kind: TrainingKind;
}

/** Who may work: two results a driver, each with its last day. */
export function TrainingsTab() {
  const { t } = useTranslation('admin');
  const [isEntering, setIsEntering] = useState(false);
  const mayEnter = usePermission('drivers.manage');
  const mayRead = usePermission('drivers.read');
  const [areNamesOpen, setAreNamesOpen] = useState(false);
  const [recording, setRecording] = useState<Recording | null>(null);
  const [ending, setEnding] = useState<Ending | undefined>();
  const [haveLeft, setHaveLeft] = useState(false);
  const list = usePagedList([...LIST_KEYS.trainings, ending, haveLeft], (page) =>
    listDriverTrainings({ ...page, ...(ending && { validity: ending }), haveLeft }),
  );
  const columns = useColumns((driver, kind) => setRecording({ driver, kind }));
  return (
    <>
      <ListTable
        label={t('tab.trainings')}
        list={list}
        columns={columns}
        rowKey={({ driverId }) => driverId}
        tools={
          <>
            <ValidityFilter
              label={t('training.ending')}
              words={{ expiring: t('training.expiring'), expired: t('training.expired') }}
              value={ending}
              onChange={setEnding}
            />
            <Segmented<'there' | 'left'>
              aria-label={t('training.employment')}
              value={haveLeft ? 'left' : 'there'}
              options={[
                { value: 'there', label: t('training.areThere') },
                { value: 'left', label: t('training.haveLeft') },
              ]}
              onChange={(which) => setHaveLeft(which === 'left')}
            />
            {mayRead && (
              <Button data-testid="name-requests" onClick={() => setAreNamesOpen(true)}>
                {t('driverName.requests')}
              </Button>
            )}
            {mayEnter && (
              <Button data-testid="enter-driver" onClick={() => setIsEntering(true)}>
                {t('training.enterDriver')}
              </Button>
            )}
          </>
        }
      />
      {areNamesOpen && <NameRequests onClose={() => setAreNamesOpen(false)} />}
      {isEntering && <EnterDriverModal onClose={() => setIsEntering(false)} />}
      {recording && (
        <RecordTrainingModal
          driver={recording.driver}
          kind={recording.kind}
          onClose={() => setRecording(null)}
        />
      )}
    </>
  );
}

function useColumns(
  onRecord: (driver: DriverTrainingView, kind: TrainingKind) => void,
): TableColumnsType<DriverTrainingView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const enterpriseName = useEnterpriseName();
  const result = (kind: TrainingKind) => ({
    title: shared(`trainingKind.${kind}`),
    key: kind,
    render: (_: unknown, row: DriverTrainingView) => (
      <Result training={row[kind]} onRecord={() => onRecord(row, kind)} />
    ),
  });
  return [
    { title: t('training.driver'), dataIndex: 'driverName', className: 'admin-line' },
    { title: t('training.enterprise'), dataIndex: 'enterpriseId', render: enterpriseName },
    result('skill'),
    result('safety'),
    {
      title: t('training.mayWork'),
      key: 'mayWork',
      render: (_: unknown, { mayWork, leftOn }: DriverTrainingView) =>
        leftOn === null ? (
          <StateTag tone={mayWork ? 'good' : 'bad'}>
            {t(mayWork ? 'training.yes' : 'training.no')}
          </StateTag>
        ) : (
          <span className="admin-quiet">{t('training.left', { day: leftOn })}</span>
        ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      width: 380,
      render: (_: unknown, driver: DriverTrainingView) => <DriverActions driver={driver} />,
    },
  ];
}

interface ResultProps {
  readonly training: TrainingView | null;
  readonly onRecord: () => void;
}

function Result({ training, onRecord }: ResultProps) {
  const mayRecord = usePermission('trainings.record');
  const { t } = useTranslation('admin');
  return (
    <Flex align="center" justify="space-between" gap={12}>
      {training ? (
        <ResultWords result={training} />
      ) : (
        <span className="admin-quiet">{t('training.none')}</span>
      )}
      {mayRecord && <Button onClick={onRecord}>{t('training.record')}</Button>}
    </Flex>
  );
}
