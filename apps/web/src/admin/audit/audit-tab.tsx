import type { AuditFinding, AuditStateView, AuditVerificationView } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Descriptions, Flex, Table, type TableColumnsType, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { getAuditState, requestVerification } from '../../api/audit.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { DetailsTitle } from '../lists/details-title.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { StateTag } from '../../ui/state-tag.js';

const READ_AGAIN_MS = 5_000;

/** How far the chain over the record reaches, and whether the record is as it was sealed. */
export function AuditTab() {
  const { t } = useTranslation('admin');
  const mayVerify = usePermission('audit.verify');
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: LIST_KEYS.audit,
    queryFn: getAuditState,
    refetchInterval: READ_AGAIN_MS,
  });
  const verify = useMutation({
    mutationFn: requestVerification,
    onSettled: () => queries.invalidateQueries({ queryKey: LIST_KEYS.audit }),
  });
  const columns = useColumns();
  const isWaiting = data?.verifications.some(({ finishedAt }) => finishedAt === null) ?? false;
  return (
    <Flex vertical gap={16}>
      <RefusalNotice error={error ?? verify.error} />
      {data && (
        <>
          <Outcome verifications={data.verifications} />
          <Head state={data} />
          <Flex align="center" gap={12}>
            <h2>{t('audit.verifications')}</h2>
            <span className="admin-space" />
            {mayVerify && (
              <Button
                type="primary"
                loading={isWaiting || verify.isPending}
                onClick={() => verify.mutate()}
              >
                {t('audit.verify')}
              </Button>
            )}
          </Flex>
          <Table<AuditVerificationView>
            aria-label={t('audit.verifications')}
            size="small"
            pagination={false}
            columns={columns}
            dataSource={[...data.verifications]}
            rowKey={({ id }) => id}
            expandable={{
              columnTitle: <DetailsTitle />,
              rowExpandable: ({ findings }) => findings.length > 0,
              expandedRowRender: ({ findings }) => <Findings findings={findings} />,
            }}
          />
        </>
      )}
    </Flex>
  );
}

/** The last finished reading in one line that cannot be overlooked. */
function Outcome({ verifications }: Pick<AuditStateView, 'verifications'>) {
  const { t } = useTranslation('admin');
  const last = verifications.find(({ finishedAt }) => finishedAt !== null);
  if (!last) return <Alert type="info" showIcon title={t('audit.neverRead')} />;
  const { findingCount, entries, finishedAt } = last;
  const values = { n: findingCount ?? 0, entries: entries ?? 0, time: formatDateTime(finishedAt!) };
  return findingCount === 0 ? (
    <Alert type="success" showIcon title={t('audit.whole', values)} data-testid="audit-whole" />
  ) : (
    <Alert type="error" showIcon role="alert" title={t('audit.notWhole', values)} />
  );
}

function Head({ state: { head, sources } }: { readonly state: AuditStateView }) {
  const { t } = useTranslation('admin');
  return (
    <Descriptions
      size="small"
      column={1}
      bordered
      items={[
        { key: 'length', label: t('audit.length'), children: head?.sequence ?? 0 },
        {
          key: 'head',
          label: t('audit.head'),
          children: head && (
            <>
              <Typography.Text copyable code>{`${head.sequence}:${head.hash}`}</Typography.Text>
              <div className="admin-quiet">{t('audit.headHint')}</div>
            </>
          ),
        },
        {
          key: 'sealedAt',
          label: t('audit.sealedAt'),
          children: head && formatDateTime(head.sealedAt),
        },
        { key: 'sources', label: t('audit.sources'), children: sources.join(' · ') },
      ]}
    />
  );
}

function useColumns(): TableColumnsType<AuditVerificationView> {
  const { t } = useTranslation('admin');
  return [
    { title: t('audit.requestedAt'), dataIndex: 'requestedAt', render: formatDateTime },
    {
      title: t('audit.why'),
      dataIndex: 'requestedBy',
      render: (by: string | null) => t(by === null ? 'audit.daily' : 'audit.asked'),
    },
    { title: t('audit.entries'), dataIndex: 'entries' },
    {
      title: t('audit.result'),
      key: 'result',
      render: (_, { finishedAt, findingCount }) => {
        if (finishedAt === null) return <StateTag tone="busy">{t('audit.running')}</StateTag>;
        return findingCount === 0 ? (
          <StateTag tone="good">{t('audit.ok')}</StateTag>
        ) : (
          <StateTag tone="bad">{t('audit.findings', { n: findingCount ?? 0 })}</StateTag>
        );
      },
    },
  ];
}

function Findings({ findings }: { readonly findings: readonly AuditFinding[] }) {
  const { t } = useTranslation('admin');
  return (
    <ul>
      {findings.map(({ kind, sequence, source, rowId }) => (
        <li key={`${kind} ${sequence} ${rowId}`}>
          <strong>{t(`audit.finding.${kind}`)}</strong>{' '}
          {[source, rowId, sequence !== null && `#${sequence}`].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ul>
  );
}
