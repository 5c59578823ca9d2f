import {
  correctVehicleRequest,
  emissionClass,
  heavyPlateColor,
  type RegistrationView,
} from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { correctVehicle } from '../../api/compliance.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { registrationName } from './registration-name.js';
import { type EnteredVehicle, VehicleFields } from './vehicle-fields.js';

interface Correction extends EnteredVehicle {
  readonly reason: string;
}

export interface CorrectVehicleModalProps {
  readonly registration: RegistrationView;
  readonly onClose: () => void;
}

/** What was entered of a vehicle is put right, before it is handed in or after it was sent back. */
export function CorrectVehicleModal({ registration, onClose }: CorrectVehicleModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Correction>();
  const correct = useMutation({
    mutationFn: (fields: Correction) =>
      correctVehicle(
        registration.vehicleId,
        correctVehicleRequest.parse(stated(fields)),
        registration.version,
      ),
    onSuccess: (corrected) => {
      void message.success(t('registration.correct.saved', { name: registrationName(corrected) }));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.registrations });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('registration.correct.title', { name: registrationName(registration) })}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={correct.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Correction>
        form={form}
        layout="vertical"
        data-testid="correct-vehicle-form"
        initialValues={{
          ...stated(registration),
          plateColor: heavyPlateColor.safeParse(registration.plateColor).data ?? 'yellow',
          emissionClass: emissionClass.safeParse(registration.emissionClass).data,
        }}
        onFinish={(fields) => correct.mutate(fields)}
      >
        <VehicleFields mustNameOwner={false} />
        <Form.Item
          name="reason"
          label={t('registration.correct.reason')}
          rules={[{ required: true, min: 2, message: t('registration.enter.needed') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <RefusalNotice error={correct.error} />
      </Form>
    </Modal>
  );
}

/** A field left empty is a field not stated. */
const stated = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== '' && value !== undefined,
    ),
  );
