import type { UserView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listUsers, setUserState } from '../../api/accounts.js';
import { useSession } from '../../api/use-session.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateTag } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { CreateUserModal } from './create-user-modal.js';

/** Who may sign in, as what, for whom; who leaves is shut out. */
export function UsersTab() {
  const { t } = useTranslation('admin');
  const [isCreating, setIsCreating] = useState(false);
  const [turned, setTurned] = useState<UserView | null>(null);
  const turn = useTurn(() => setTurned(null));
  const list = usePagedList(LIST_KEYS.users, listUsers);
  return (
    <>
      <RefusalNotice error={turn.error} />
      <ListTable
        label={t('tab.users')}
        list={list}
        columns={useColumns(setTurned)}
        rowKey={({ id }) => id}
        tools={
          <Button type="primary" data-testid="create-user" onClick={() => setIsCreating(true)}>
            {t('user.create')}
          </Button>
        }
      />
      {isCreating && <CreateUserModal onClose={() => setIsCreating(false)} />}
      <ReasonModal
        title={t(turned?.isDisabled ? 'user.enableTitle' : 'user.disableTitle', {
          name: turned?.displayName ?? '',
        })}
        isOpen={turned !== null}
        isPending={turn.isPending}
        onReason={(reason) => turned && turn.mutate({ user: turned, reason })}
        onCancel={() => setTurned(null)}
      />
    </>
  );
}

interface Turned {
  readonly user: UserView;
  readonly reason: string;
}

/** Shuts a user out, or lets one in again who was. */
function useTurn(onSettled: () => void) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ user: { id, isDisabled }, reason }: Turned) =>
      setUserState(id, { isDisabled: !isDisabled, reason }),
    onSuccess: () => void message.success(t('decision.saved')),
    onSettled: () => {
      onSettled();
      void queries.invalidateQueries({ queryKey: LIST_KEYS.users });
    },
  });
}

function useColumns(onTurn: (user: UserView) => void): TableColumnsType<UserView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const session = useSession();
  const ownId = session.status === 'signed_in' ? session.user.id : null;
  return [
    { title: t('user.username'), dataIndex: 'username' },
    { title: t('user.name'), dataIndex: 'displayName' },
    {
      title: t('user.roles'),
      dataIndex: 'roles',
      render: (roles: UserView['roles']) =>
        roles.map((role) => shared(`role.${role}`)).join(shared('mark.and')),
    },
    { title: t('user.enterprise'), dataIndex: 'enterpriseName' },
    { title: t('user.district'), dataIndex: 'district' },
    { title: t('user.agency'), dataIndex: 'agency' },
    { title: t('user.badgeNo'), dataIndex: 'badgeNo' },
    {
      title: t('user.state'),
      dataIndex: 'isDisabled',
      render: (isDisabled: boolean) => (
        <StateTag tone={isDisabled ? 'bad' : 'good'}>
          {t(isDisabled ? 'user.disabled' : 'user.active')}
        </StateTag>
      ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, user) =>
        user.id !== ownId && (
          <Button danger={!user.isDisabled} data-testid="turn-user" onClick={() => onTurn(user)}>
            {t(user.isDisabled ? 'user.enable' : 'user.disable')}
          </Button>
        ),
    },
  ];
}
