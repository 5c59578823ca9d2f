import type {
  ExaminationView,
  TrainingEnrolmentView,
  TrainingSessionDetailView,
} from '@tongyun/contracts';
import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { withdrawDriver } from '../../api/training-sessions.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useEnterpriseName } from '../lists/use-names.js';
import { ResultWords } from '../trainings/result-words.js';
import { useSessionStep } from './use-session-step.js';

export interface EnrolmentTableProps {
  readonly session: TrainingSessionDetailView;
  readonly mayWithdraw: boolean;
}

/** Who has a place, whether he came, and what his two examinations came to. */
export function EnrolmentTable({ session, mayWithdraw }: EnrolmentTableProps) {
  const { t } = useTranslation('admin');
  const withdraw = useSessionStep((driverId: string) => withdrawDriver(session.id, driverId));
  const columns = useColumns(mayWithdraw ? (driverId) => withdraw.mutate(driverId) : null);
  return (
    <>
      <RefusalNotice error={withdraw.error} />
      <Table<TrainingEnrolmentView>
        aria-label={t('session.enrolments')}
        size="small"
        pagination={false}
        columns={columns}
        dataSource={session.enrolments}
        rowKey={({ id }) => id}
        locale={{ emptyText: t('session.none') }}
      />
    </>
  );
}

function useColumns(
  onWithdraw: ((driverId: string) => void) | null,
): TableColumnsType<TrainingEnrolmentView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const enterpriseName = useEnterpriseName();
  const examination = (kind: 'skill' | 'safety') => ({
    title: shared(`trainingKind.${kind}`),
    key: kind,
    render: (_: unknown, row: TrainingEnrolmentView) => <Examination result={row[kind]} />,
  });
  const columns: TableColumnsType<TrainingEnrolmentView> = [
    { title: t('session.driver'), dataIndex: 'driverName' },
    { title: t('session.enterprise'), dataIndex: 'enterpriseId', render: enterpriseName },
    {
      title: t('session.attendance'),
      dataIndex: 'state',
      render: (state: TrainingEnrolmentView['state']) => t(`session.attendances.${state}`),
    },
    examination('skill'),
    examination('safety'),
  ];
  if (onWithdraw) {
    columns.push({
      title: t('list.actions'),
      key: 'actions',
      render: (_, { driverId }) => (
        <Button onClick={() => onWithdraw(driverId)}>{t('session.withdraw')}</Button>
      ),
    });
  }
  return columns;
}

function Examination({ result }: { readonly result: ExaminationView | null }) {
  const { t } = useTranslation('admin');
  if (!result) return <span className="admin-quiet">{t('session.notTaken')}</span>;
  return <ResultWords result={result} />;
}
