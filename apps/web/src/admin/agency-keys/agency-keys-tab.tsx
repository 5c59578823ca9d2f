import type { AgencyKeyView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listAgencyKeys, revokeAgencyKey } from '../../api/accounts.js';
import { formatDateTime } from '../../i18n/time.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { IssueAgencyKeyModal } from './issue-agency-key-modal.js';

const TONE: Readonly<Record<AgencyKeyView['state'], Tone>> = {
  valid: 'good',
  expired: 'quiet',
  revoked: 'bad',
};

/** Which agencies' systems may ask by a key, for what, until when, and when each last did. */
export function AgencyKeysTab() {
  const { t } = useTranslation('admin');
  const [isIssuing, setIsIssuing] = useState(false);
  const [revoked, setRevoked] = useState<AgencyKeyView | null>(null);
  const queries = useQueryClient();
  const list = usePagedList(LIST_KEYS.agencyKeys, listAgencyKeys);
  const revoke = useMutation({
    mutationFn: ({ id, reason }: { readonly id: string; readonly reason: string }) =>
      revokeAgencyKey(id, { reason }),
    onSettled: () => {
      setRevoked(null);
      void queries.invalidateQueries({ queryKey: LIST_KEYS.agencyKeys });
    },
  });
  return (
    <>
      <RefusalNotice error={revoke.error} />
      <ListTable
        label={t('tab.agencyKeys')}
        list={list}
        columns={useColumns(setRevoked)}
        rowKey={({ id }) => id}
        tools={
          <>
            <Button
              type="primary"
              data-testid="issue-agency-key"
              onClick={() => setIsIssuing(true)}
            >
              {t('agencyKey.issue')}
            </Button>
            <span className="admin-quiet">{t('agencyKey.hint')}</span>
          </>
        }
      />
      {isIssuing && <IssueAgencyKeyModal onClose={() => setIsIssuing(false)} />}
      <ReasonModal
        title={t('agencyKey.revokeTitle', { system: revoked?.systemName ?? '' })}
        isOpen={revoked !== null}
        isPending={revoke.isPending}
        onReason={(reason) => revoked && revoke.mutate({ id: revoked.id, reason })}
        onCancel={() => setRevoked(null)}
      />
    </>
  );
}

function useColumns(onRevoke: (key: AgencyKeyView) => void): TableColumnsType<AgencyKeyView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  return [
    { title: t('agencyKey.agency'), dataIndex: 'agency' },
    { title: t('agencyKey.system'), dataIndex: 'systemName' },
    {
      title: t('agencyKey.permissions'),
      dataIndex: 'permissions',
      render: (permissions: AgencyKeyView['permissions']) =>
        permissions
          .map((permission) => t(`agencyKey.permission.${permission}`))
          .join(shared('mark.and')),
    },
    { title: t('agencyKey.expiresAt'), dataIndex: 'expiresAt', render: formatDateTime },
    {
      title: t('agencyKey.state'),
      dataIndex: 'state',
      render: (state: AgencyKeyView['state'], { revocationReason }) => (
        <>
          <StateTag tone={TONE[state]}>{t(`agencyKey.stateOf.${state}`)}</StateTag>
          {revocationReason !== null && <div className="admin-quiet">{revocationReason}</div>}
        </>
      ),
    },
    {
      title: t('agencyKey.lastUsed'),
      key: 'lastUsed',
      render: (_, { lastUsedAt, lastBadgeNo }) =>
        lastUsedAt === null ? (
          <span className="admin-quiet">{t('agencyKey.unused')}</span>
        ) : (
          t('agencyKey.usedBy', { at: formatDateTime(lastUsedAt), badge: lastBadgeNo ?? '' })
        ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, key) =>
        key.state === 'valid' && (
          <Button danger data-testid="revoke-agency-key" onClick={() => onRevoke(key)}>
            {t('agencyKey.revoke')}
          </Button>
        ),
    },
  ];
}
