import { createDriverRequest } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { createDriver } from '../../api/fleet.js';
import { useSession } from '../../api/use-session.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { EnterpriseField } from '../lists/enterprise-field.js';
import { useEnterprises } from '../lists/use-names.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { type DescribedDriver, DriverFields } from './driver-fields.js';

interface Fields extends DescribedDriver {
  readonly enterpriseId?: string;
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
        <DriverFields />
        <RefusalNotice error={enter.error} />
      </Form>
    </Modal>
  );
}
