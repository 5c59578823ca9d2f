import type { UserView } from '@tongyun/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listUsers } from '../../api/accounts.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateTag } from '../lists/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { CreateUserModal } from './create-user-modal.js';

/** Who may sign in, as what, for whom. */
export function UsersTab() {
  const { t } = useTranslation('admin');
  const [isCreating, setIsCreating] = useState(false);
  const list = usePagedList(LIST_KEYS.users, listUsers);
  return (
    <>
      <ListTable
        label={t('tab.users')}
        list={list}
        columns={useColumns()}
        rowKey={({ id }) => id}
        tools={
          <Button type="primary" data-testid="create-user" onClick={() => setIsCreating(true)}>
            {t('user.create')}
          </Button>
        }
      />
      {isCreating && <CreateUserModal onClose={() => setIsCreating(false)} />}
    </>
  );
}

function useColumns(): TableColumnsType<UserView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
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
  ];
}
