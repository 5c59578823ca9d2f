import type { TrainingEnrolmentView, TrainingSessionDetailView } from '@tongyun/contracts';
import { Button, Checkbox, Form, InputNumber, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordSessionResults } from '../../api/training-sessions.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useEnterpriseName } from '../lists/use-names.js';
import { useSessionStep } from './use-session-step.js';

interface Marks {
  readonly hasAttended: boolean;
  readonly skill?: number | null;
  readonly safety?: number | null;
}
/** By the driver's id. */
type Fields = Readonly<Record<string, Marks>>;

/** Whether each came, and his two scores; sent together, once. */
export function ResultsForm({ session }: { readonly session: TrainingSessionDetailView }) {
  const { t } = useTranslation('admin');
  const [form] = Form.useForm<Fields>();
  const record = useSessionStep((fields: Fields) =>
    recordSessionResults(session.id, { results: Object.entries(fields).map(toResult) }),
  );
  return (
    <Form<Fields>
      form={form}
      data-testid="session-results"
      initialValues={Object.fromEntries(
        session.enrolments.map(({ driverId }) => [driverId, { hasAttended: true }]),
      )}
      onFinish={(fields) => record.mutate(fields)}
    >
      <p>{t('session.resultsHint')}</p>
      <Table<TrainingEnrolmentView>
        aria-label={t('session.enrolments')}
        size="small"
        pagination={false}
        columns={useColumns()}
        dataSource={session.enrolments}
        rowKey={({ id }) => id}
      />
      <RefusalNotice error={record.error} />
      <Button
        type="primary"
        htmlType="submit"
        className="session-record"
        loading={record.isPending}
      >
        {t('session.results')}
      </Button>
    </Form>
  );
}

/** Who did not come took no examination, whatever was typed before. */
const toResult = ([driverId, { hasAttended, skill, safety }]: [string, Marks]) => ({
  driverId,
  hasAttended,
  skillScore: hasAttended ? (skill ?? null) : null,
  safetyScore: hasAttended ? (safety ?? null) : null,
});

function useColumns(): TableColumnsType<TrainingEnrolmentView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const enterpriseName = useEnterpriseName();
  const score = (kind: 'skill' | 'safety') => {
    const label = t('session.score', { kind: shared(`trainingKind.${kind}`) });
    return {
      title: label,
      key: kind,
      render: (_: unknown, { driverId, driverName }: TrainingEnrolmentView) => (
        <Form.Item noStyle name={[driverId, kind]}>
          <InputNumber
            min={0}
            max={100}
            precision={0}
            placeholder={t('session.notTaken')}
            aria-label={`${driverName} ${label}`}
          />
        </Form.Item>
      ),
    };
  };
  return [
    { title: t('session.driver'), dataIndex: 'driverName' },
    { title: t('session.enterprise'), dataIndex: 'enterpriseId', render: enterpriseName },
    {
      title: t('session.attended'),
      key: 'attended',
      render: (_, { driverId, driverName }) => (
        <Form.Item noStyle name={[driverId, 'hasAttended']} valuePropName="checked">
          <Checkbox aria-label={`${driverName} ${t('session.attended')}`} />
        </Form.Item>
      ),
    },
    score('skill'),
    score('safety'),
  ];
}
