import type { PolicyView } from '@tongyun/contracts';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';
import { PolicyDecider } from './policy-decider.js';
import { PolicySource } from './policy-source.js';
import { PolicyValue } from './policy-value.js';

/** Every value that held or will hold, with its ground; none is overwritten. */
export function PolicyHistory({ decisions }: { readonly decisions: readonly PolicyView[] }) {
  const { t } = useTranslation('admin');
  return (
    <Table<PolicyView>
      aria-label={t('policy.history')}
      size="small"
      pagination={false}
      dataSource={[...decisions]}
      rowKey={({ version }) => version}
      columns={[
        {
          title: t('policy.since'),
          key: 'since',
          render: (_, { version, effectiveFrom }) =>
            version === 0 ? t('policy.everSince') : formatDateTime(effectiveFrom),
        },
        {
          title: t('policy.newValue'),
          key: 'value',
          render: (_, { key, value }) => <PolicyValue policyKey={key} value={value} />,
        },
        {
          title: t('policy.decidedBy'),
          dataIndex: 'decidedBy',
          render: (decidedBy: PolicyView['decidedBy']) => <PolicyDecider decidedBy={decidedBy} />,
        },
        {
          title: t('policy.source'),
          key: 'source',
          render: (_, policy) => <PolicySource policy={policy} />,
        },
        {
          title: t('policy.reason'),
          key: 'reason',
          render: (_, { version, reason }) => (version === 0 ? t('policy.shipped') : reason),
        },
      ]}
    />
  );
}
