import type { LaboratoryView, StrengthTestView } from '@tongyun/contracts';
import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';

export interface StrengthTableProps {
  readonly tests: readonly StrengthTestView[];
  readonly rate: LaboratoryView['strength'];
}

/** What loads came to, the newest first, and how many reached their grade. */
export function StrengthTable({ tests, rate }: StrengthTableProps) {
  const { t } = useTranslation('shared');
  const { judged, passed, passPct, targetPct: target } = rate;
  return (
    <>
      <p data-testid="strength-rate">
        <strong>
          {passPct === null
            ? t('laboratory.noRate', { target })
            : t('laboratory.rate', { pct: passPct.toFixed(1), passed, judged, target })}
        </strong>
      </p>
      <Table<StrengthTestView>
        aria-label={t('laboratory.strengths')}
        size="small"
        pagination={false}
        dataSource={tests}
        rowKey={({ recordedAt, ticketNo }) => `${recordedAt} ${ticketNo}`}
        locale={{ emptyText: t('laboratory.empty') }}
        columns={[
          { title: t('laboratory.ticketNo'), dataIndex: 'ticketNo' },
          { title: t('laboratory.grade'), dataIndex: 'grade' },
          { title: t('laboratory.ageDays'), dataIndex: 'ageDays' },
          {
            title: t('laboratory.strengthMpa'),
            key: 'strength',
            render: (_, { strengthMpa, requiredMpa }) => (
              <>
                {strengthMpa}{' '}
                {requiredMpa !== null && t('laboratory.required', { mpa: requiredMpa })}
              </>
            ),
          },
          {
            title: t('laboratory.result'),
            dataIndex: 'hasPassed',
            render: (hasPassed: boolean | null) => <Verdict hasPassed={hasPassed} />,
          },
          { title: t('laboratory.reportNo'), dataIndex: 'reportNo' },
          { title: t('laboratory.inspector'), dataIndex: 'inspectorName' },
          { title: t('laboratory.testedOn'), dataIndex: 'testedOn' },
        ]}
      />
    </>
  );
}

function Verdict({ hasPassed }: { readonly hasPassed: boolean | null }) {
  const { t } = useTranslation('shared');
  if (hasPassed === null) return <Tag>{t('laboratory.tooYoung')}</Tag>;
  return (
    <Tag color={hasPassed ? 'green' : 'red'}>
      {t(hasPassed ? 'laboratory.passed' : 'laboratory.failed')}
    </Tag>
  );
}
