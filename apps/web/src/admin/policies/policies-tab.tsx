import { useQuery } from '@tanstack/react-query';
import { Flex, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allPages } from '../../api/all-pages.js';
import { listPolicies } from '../../api/policy.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { DetailsTitle } from '../lists/details-title.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ChangePolicyModal } from './change-policy-modal.js';
import { PolicyHistory } from './policy-history.js';
import { findPresentPolicies, type PresentPolicy } from './present-policies.js';
import { usePolicyColumns } from './use-policy-columns.js';
import { usePolicyWords } from './use-policy-words.js';

/** Every limit and threshold as it holds now, since when, on what ground and by whom; each may be changed. */
export function PoliciesTab() {
  const { t } = useTranslation('admin');
  const { nameOf } = usePolicyWords();
  const [sought, setSought] = useState('');
  const [changing, setChanging] = useState<PresentPolicy | null>(null);
  const { data, error, isPending } = useQuery({
    queryKey: LIST_KEYS.policies,
    queryFn: () => allPages(listPolicies),
  });
  const words = sought.trim().toLowerCase();
  const rows = findPresentPolicies(data ?? [], new Date()).filter(({ key }) =>
    `${key} ${nameOf(key)}`.toLowerCase().includes(words),
  );
  return (
    <Flex vertical gap={10}>
      <Flex align="center" gap={12}>
        <Input
          allowClear
          aria-label={t('policy.find')}
          placeholder={t('policy.find')}
          style={{ width: 280 }}
          data-testid="policy-search"
          onChange={({ target }) => setSought(target.value)}
        />
        <span className="admin-space" />
        <span className="admin-quiet" role="status">
          {t('list.rows', { n: rows.length })}
        </span>
      </Flex>
      <RefusalNotice error={error} />
      <Table<PresentPolicy>
        aria-label={t('tab.policies')}
        size="small"
        columns={usePolicyColumns(setChanging)}
        dataSource={rows}
        rowKey={({ key, scope }) => `${key} ${scope}`}
        loading={isPending}
        pagination={false}
        scroll={{ x: true }}
        expandable={{
          columnTitle: <DetailsTitle />,
          expandedRowRender: ({ all }) => <PolicyHistory decisions={all} />,
        }}
      />
      {changing && <ChangePolicyModal policy={changing} onClose={() => setChanging(null)} />}
    </Flex>
  );
}
