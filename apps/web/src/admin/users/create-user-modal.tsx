import { createUserRequest, role } from '@tongyun/contracts';
import type { Role } from '@tongyun/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Flex, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { createUser } from '../../api/accounts.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { useEnterprises } from '../lists/use-names.js';

interface Fields {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: Role[];
  readonly enterpriseId?: string;
  readonly district?: string;
  readonly agency?: string;
  readonly badgeNo?: string;
}

/** A new sign-in; the first password is changed at its first use. */
export function CreateUserModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const create = useMutation({
    mutationFn: (fields: Fields) => createUser(createUserRequest.parse(withoutEmpty(fields))),
    onSuccess: ({ displayName: name }) => {
      void message.success(t('user.created', { name }));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.users });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('user.create')}
      okText={t('user.create')}
      cancelText={shared('action.cancel')}
      confirmLoading={create.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields> form={form} layout="vertical" onFinish={(fields) => create.mutate(fields)}>
        <UserFields />
        <RefusalNotice error={create.error} />
      </Form>
    </Modal>
  );
}

/** A field left empty is a field not stated. */
const withoutEmpty = (fields: Fields) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  );

function UserFields() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { data: enterprises } = useEnterprises();
  const roles = Form.useWatch<Fields['roles'] | undefined>('roles') ?? [];
  const needed = [{ required: true, message: t('pass.needed') }];
  const neededOf = (one: Role) => (roles.includes(one) ? needed : []);
  const named = [
    { required: true, pattern: /^[\p{L}\p{N}._-]{2,64}$/u, message: t('user.usernameHint') },
  ];
  return (
    <>
      <Form.Item name="username" label={t('user.username')} rules={named}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="displayName" label={t('user.name')} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('user.password')}
        rules={[{ required: true, min: 10, message: shared('session.passwordTooShort') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="roles" label={t('user.roles')} rules={needed}>
        <Select
          mode="multiple"
          options={role.options.map((value) => ({ value, label: shared(`role.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="enterpriseId" label={t('user.enterprise')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={(enterprises ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Flex gap={12}>
        <Form.Item name="district" label={t('user.district')} rules={neededOf('district_bureau')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="agency" label={t('user.agency')} rules={neededOf('police')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="badgeNo" label={t('user.badgeNo')} rules={neededOf('police')}>
          <Input maxLength={40} />
        </Form.Item>
      </Flex>
    </>
  );
}
