import { createVehicleRequest, type VehicleView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { createVehicle } from '../../api/fleet.js';
import { useSession } from '../../api/use-session.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { type EnteredVehicle, VehicleFields } from './vehicle-fields.js';

/** A vehicle comes into the fleet, with a draft of its registration. */
export function EnterVehicleModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const session = useSession();
  const own = session.status === 'signed_in' ? session.user.enterpriseId : null;
  const [form] = Form.useForm<EnteredVehicle>();
  const enter = useMutation({
    mutationFn: (fields: EnteredVehicle) =>
      createVehicle(
        createVehicleRequest.parse({ ...(own !== null && { ownerEnterpriseId: own }), ...fields }),
      ),
    onSuccess: (vehicle) => {
      void message.success(t('registration.enter.saved', { name: nameOf(vehicle) }));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.registrations });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('registration.enter.title')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={enter.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<EnteredVehicle>
        form={form}
        layout="vertical"
        data-testid="enter-vehicle-form"
        initialValues={{ kind: 'mixer', plateColor: 'yellow' }}
        onFinish={(fields) => enter.mutate(fields)}
      >
        <VehicleFields mustNameOwner={own === null} />
        <RefusalNotice error={enter.error} />
      </Form>
    </Modal>
  );
}

const nameOf = ({ plateNo, equipmentNo }: VehicleView): string => plateNo ?? equipmentNo ?? '';
