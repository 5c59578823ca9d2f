import type {
  CreditAssessmentView,
  CreditDecisionView,
  EnterpriseCreditView,
} from '@tongyun/contracts';
import { Empty, Table, type TableColumnsType, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { getEvaluationFile, getSelfEvaluationFile } from '../../api/credit.js';
import { formatDateTime } from '../../i18n/time.js';
import { AttachedFiles, type AttachedFilesProps } from '../attached/attached-files.js';

/** The years' evaluations side by side, and every word that was decided, the last on top. */
export function CreditHistory({ credit }: { readonly credit: EnterpriseCreditView }) {
  const { t } = useTranslation('admin');
  return (
    <div className="credit-history">
      <section>
        <h2>{t('credit.assessments')}</h2>
        <Table<CreditAssessmentView>
          aria-label={t('credit.assessments')}
          size="small"
          pagination={false}
          columns={useColumns(credit.enterpriseId)}
          dataSource={[...credit.assessments]}
          rowKey={({ year }) => year}
          locale={{ emptyText: t('credit.noAssessments') }}
        />
      </section>
      <section>
        <h2>{t('credit.decisions')}</h2>
        {credit.decisions.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('decision.noHistory')} />
        )}
        <Timeline
          items={credit.decisions.map((decision) => ({
            key: decision.id,
            content: <DecisionLine decision={decision} />,
          }))}
        />
      </section>
    </div>
  );
}

function useColumns(enterpriseId: string): TableColumnsType<CreditAssessmentView> {
  const { t } = useTranslation('admin');
  return [
    { title: t('credit.year'), dataIndex: 'year' },
    {
      title: t('credit.self'),
      key: 'self',
      render: (_, { year, selfScore, selfStatement, selfFiles }) => (
        <Evaluation
          score={selfScore}
          text={selfStatement}
          title={`${t('credit.self')} ${year}`}
          files={selfFiles}
          getFile={(id) => getSelfEvaluationFile(enterpriseId, year, id)}
        />
      ),
    },
    {
      title: t('credit.evaluation'),
      key: 'evaluation',
      render: (_, { year, score, visitOn, visitReport, files }) => (
        <Evaluation
          score={score}
          text={visitReport && `${t('credit.visited', { day: visitOn ?? '' })} ${visitReport}`}
          title={`${t('credit.evaluation')} ${year}`}
          files={files}
          getFile={(id) => getEvaluationFile(enterpriseId, year, id)}
        />
      ),
    },
  ];
}

interface EvaluationProps extends AttachedFilesProps {
  readonly score: number | null;
  readonly text: string | null;
}

function Evaluation({ score, text, ...attached }: EvaluationProps) {
  const { t } = useTranslation('admin');
  if (score === null) return <span className="admin-quiet">{t('credit.notYet')}</span>;
  return (
    <>
      <strong>{t('credit.points', { n: score })}</strong>
      <div className="admin-quiet">{text}</div>
      <AttachedFiles {...attached} />
    </>
  );
}

function DecisionLine({ decision }: { readonly decision: CreditDecisionView }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { kind, year, grade, gradeBefore, reason, decidedAt } = decision;
  const gradeName = (one: CreditDecisionView['grade']) =>
    shared(one === null ? 'credit.ungraded' : `creditGrade.${one}`);
  const title = t(`credit.decision.${kind}`, { year });
  return (
    <>
      <strong>
        {grade === null
          ? title
          : shared('mark.colon', {
              what: title,
              note: `${gradeName(gradeBefore)} → ${gradeName(grade)}`,
            })}
      </strong>
      <div>{reason}</div>
      <div className="admin-quiet">{formatDateTime(decidedAt)}</div>
    </>
  );
}
