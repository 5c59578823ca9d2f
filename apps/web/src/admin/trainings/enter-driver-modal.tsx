import { createDriverRequest } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { createDriver } from '../../api/fleet.js';
import { useSession } from '../../api/use-session.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { EnterpriseField } from '../lists/enterprise-field.js';
import { useEnterprises } from '../lists/use-names.js';
import { LIST_KEYS } from '../lists/list-keys.js';

const { options: LICENCE_CLASSES } = createDriverRequest.shape.licenceClass.unwrap();

interface Fields {
  readonly enterpriseId?: string;
  readonly name: string;
  readonly phone: string;
  readonly licenceClass: (typeof LICENCE_CLASSES)[number];
}

/** One driver, of one's own enterprise or, for whoever acts for none, of the one that is named. */
export function EnterDriverModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { data: enterprises } = useEnterprises();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const session = useSession();
  const own = session.status === 'signed_in' ? session.user.enterpriseId : null;
  const [form] = Form.useForm<Fields>();
  const enter = useMutation({
    mutationFn: (fields: Fields) =>
      createDriver(
        createDriverRequest.parse({ ...(own !== null && { enterpriseId: own }), ...fields }),
      ),
    onSuccess: ({ name }) => {
      void message.success(t('training.entered', { name }));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.trainings });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.drivers });
      onClose();
    },
  });
  const needed = [{ required: true, whitespace: true, min: 2, message: t('pass.needed') }];
  return (
    <Modal
      open
      title={t('training.enterDriver')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={enter.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        data-testid="enter-driver-form"
        initialValues={{ licenceClass: 'B2' }}
        onFinish={(fields) => enter.mutate(fields)}
      >
        {own === null && (
          <EnterpriseField
            name="enterpriseId"
            label={t('training.enterprise')}
            enterprises={enterprises}
          />
        )}
        <Form.Item name="name" label={t('training.name')} rules={needed}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="phone"
          label={t('training.phone')}
          rules={[{ required: true, pattern: /^1\d{10}$/, message: t('training.phoneHint') }]}
        >
          <Input maxLength={11} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="licenceClass" label={t('training.licenceClass')}>
          <Radio.Group
            optionType="button"
            options={LICENCE_CLASSES.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        <RefusalNotice error={enter.error} />
      </Form>
    </Modal>
  );
}
