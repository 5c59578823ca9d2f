import type { PassKeyView } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPassKeys, rotatePassKey, withdrawPassKey } from '../../api/pass-keys.js';
import { formatDateTime } from '../../i18n/time.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { type PassKeyState, passKeyStateOf } from './pass-key-state.js';

const TONES: Readonly<Record<PassKeyState, Tone>> = {
  signs: 'good',
  counts: 'quiet',
  withdrawn: 'bad',
};

/** A new key, or the key that was lost. */
type Change = 'new' | PassKeyView | null;

/** Which keys sign the codes on passes: change the one that signs, withdraw one that was lost. */
export function PassKeysTab() {
  const { t } = useTranslation('admin');
  const [change, setChange] = useState<Change>(null);
  const { data, error, isPending } = useQuery({
    queryKey: LIST_KEYS.passKeys,
    queryFn: listPassKeys,
  });
  const changing = useChange(() => setChange(null));
  const keys = data?.items ?? [];
  return (
    <Flex vertical gap={12}>
      <RefusalNotice error={error ?? changing.error} />
      <Flex align="center" gap={12}>
        <Button type="primary" data-testid="rotate-pass-key" onClick={() => setChange('new')}>
          {t('passKey.rotate')}
        </Button>
        <span className="admin-quiet">{t('passKey.hint')}</span>
      </Flex>
      <Table<PassKeyView>
        aria-label={t('tab.passKeys')}
        size="small"
        pagination={false}
        loading={isPending}
        columns={useColumns(keys, setChange)}
        dataSource={keys}
        rowKey={({ id }) => id}
      />
      <ReasonModal
        title={
          change === null || change === 'new'
            ? t('passKey.rotate')
            : t('passKey.withdrawTitle', { id: change.id })
        }
        isOpen={change !== null}
        isPending={changing.isPending}
        onReason={(reason) => change !== null && changing.mutate({ change, reason })}
        onCancel={() => setChange(null)}
      />
    </Flex>
  );
}

interface Asked {
  readonly change: NonNullable<Change>;
  readonly reason: string;
}

function useChange(onSettled: () => void) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ change, reason }: Asked) =>
      change === 'new' ? rotatePassKey({ reason }) : withdrawPassKey(change.id, { reason }),
    onSuccess: ({ id }, { change }) =>
      void message.success(change === 'new' ? t('passKey.saved', { id }) : t('decision.saved')),
    onSettled: () => {
      onSettled();
      void queries.invalidateQueries({ queryKey: LIST_KEYS.passKeys });
    },
  });
}

function useColumns(
  keys: readonly PassKeyView[],
  onWithdraw: (key: PassKeyView) => void,
): TableColumnsType<PassKeyView> {
  const { t } = useTranslation('admin');
  return [
    { title: t('passKey.id'), dataIndex: 'id', render: (id: string) => <code>{id}</code> },
    { title: t('passKey.madeAt'), dataIndex: 'madeAt', render: formatDateTime },
    { title: t('passKey.reason'), dataIndex: 'reason' },
    {
      title: t('passKey.state'),
      key: 'state',
      render: (_, key) => {
        const state = passKeyStateOf(key, keys);
        return (
          <>
            <StateTag tone={TONES[state]}>{t(`passKey.stateOf.${state}`)}</StateTag>
            {key.withdrawnAt !== null && (
              <div className="admin-quiet">
                {t('passKey.withdrawnAt', { time: formatDateTime(key.withdrawnAt) })}
              </div>
            )}
          </>
        );
      },
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, key) =>
        key.withdrawnAt === null && (
          <Button danger data-testid="withdraw-pass-key" onClick={() => onWithdraw(key)}>
            {t('passKey.withdraw')}
          </Button>
        ),
    },
  ];
}
