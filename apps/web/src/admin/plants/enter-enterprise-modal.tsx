import {
  type CreateEnterpriseRequest,
  createEnterpriseRequest,
  enterpriseMode,
} from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { listDistricts } from '../../api/districts.js';
import { createEnterprise } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';

/** One enterprise; a file of many is taken by the import. */
export function EnterEnterpriseModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<CreateEnterpriseRequest>();
  const enter = useMutation({
    mutationFn: (fields: CreateEnterpriseRequest) =>
      createEnterprise(createEnterpriseRequest.parse(fields)),
    onSuccess: ({ shortName: name }) => {
      void message.success(t('plant.entered', { name }));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.enterprises });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('plant.enterEnterprise')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={enter.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<CreateEnterpriseRequest>
        form={form}
        layout="vertical"
        data-testid="enter-enterprise-form"
        initialValues={{ mode: 'dispatch' }}
        onFinish={(fields) => enter.mutate(fields)}
      >
        <EnterpriseFields />
        <RefusalNotice error={enter.error} />
      </Form>
    </Modal>
  );
}

function EnterpriseFields() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { data: districts } = useQuery({
    queryKey: [...LIST_KEYS.districts, 'now'],
    queryFn: async () => (await listDistricts()).items,
  });
  const needed = [{ required: true, whitespace: true, message: t('pass.needed') }];
  return (
    <>
      <Form.Item name="name" label={t('plant.fullName')} rules={needed}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="shortName" label={t('plant.shortName')} rules={needed}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item
        name="district"
        label={t('plant.district')}
        rules={[{ required: true, message: t('pass.needed') }]}
      >
        <Select
          showSearch
          options={(districts ?? []).map(({ name }) => ({ value: name, label: name }))}
        />
      </Form.Item>
      <Form.Item name="mode" label={t('plant.mode')}>
        <Radio.Group
          options={enterpriseMode.options.map((value) => ({
            value,
            label: shared(`enterpriseMode.${value}`),
          }))}
        />
      </Form.Item>
    </>
  );
}
