import type { PhoneKeyView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPhoneKeys, revokePhoneKey } from '../../api/accounts.js';
import { formatDateTime } from '../../i18n/time.js';
import { useLanguage } from '../../i18n/use-language.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { refusalSentence } from '../../ui/refusal-sentence.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateTag } from '../../ui/state-tag.js';
import { useDriverName } from '../lists/use-names.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { IssuePhoneKeyModal } from './issue-phone-key-modal.js';

/** Phones whose app knows no sign-in, and the keys that they report positions with. */
export function PhonesTab() {
  const { t } = useTranslation('admin');
  const [isIssuing, setIsIssuing] = useState(false);
  const queries = useQueryClient();
  const list = usePagedList(LIST_KEYS.phones, listPhoneKeys);
  const revoke = useMutation({
    mutationFn: revokePhoneKey,
    onSettled: () => queries.invalidateQueries({ queryKey: LIST_KEYS.phones }),
  });
  return (
    <>
      <RefusalNotice error={revoke.error} />
      <ListTable
        label={t('tab.phones')}
        list={list}
        columns={useColumns(revoke.mutate)}
        rowKey={({ id }) => id}
        tools={
          <>
            <Button type="primary" data-testid="issue-phone" onClick={() => setIsIssuing(true)}>
              {t('phone.issue')}
            </Button>
            <span className="admin-quiet">{t('phone.hint')}</span>
          </>
        }
      />
      {isIssuing && <IssuePhoneKeyModal onClose={() => setIsIssuing(false)} />}
    </>
  );
}

function useColumns(onRevoke: (id: string) => void): TableColumnsType<PhoneKeyView> {
  const { t } = useTranslation('admin');
  const nameOf = useDriverName();
  return [
    { title: t('phone.driver'), dataIndex: 'driverId', render: nameOf },
    { title: t('phone.device'), dataIndex: 'deviceName' },
    { title: t('phone.issuedAt'), dataIndex: 'issuedAt', render: formatDateTime },
    {
      title: t('phone.state'),
      dataIndex: 'revokedAt',
      render: (revokedAt: string | null) => (
        <StateTag tone={revokedAt === null ? 'good' : 'quiet'}>
          {revokedAt === null ? t('phone.valid') : t('phone.revoked')}
        </StateTag>
      ),
    },
    {
      title: t('phone.refused'),
      key: 'refused',
      render: (_, phone) => <Refused phone={phone} />,
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, { id, deviceName, revokedAt }) =>
        revokedAt === null && (
          <Popconfirm
            title={t('phone.revokeTitle', { device: deviceName })}
            description={t('phone.revokeHint')}
            okText={t('phone.revoke')}
            okButtonProps={{ danger: true, 'data-testid': 'revoke-phone' }}
            onConfirm={() => onRevoke(id)}
          >
            <Button danger>{t('phone.revoke')}</Button>
          </Popconfirm>
        ),
    },
  ];
}

/** Positions that the phone sent in vain, and why: what its owner is told when he asks. */
function Refused({ phone }: { readonly phone: PhoneKeyView }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const { refusedCount, lastRefusalCode, lastRefusedAt } = phone;
  if (refusedCount === 0 || lastRefusalCode === null || lastRefusedAt === null) {
    return <span className="admin-quiet">{t('phone.refusedNone')}</span>;
  }
  const why = refusalSentence({ code: lastRefusalCode, message: '', details: {} }, language);
  return t('phone.refusedSome', { n: refusedCount, at: formatDateTime(lastRefusedAt), why });
}
