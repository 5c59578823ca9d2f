import type { OfferJointShareRequest, OrderDetailView } from '@tongyun/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { offerJointShare } from '../../api/joint-supply.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { jointPlantsFor, useAfterJointChange } from './joint-queries.js';

export interface OfferDialogProps {
  readonly order: OrderDetailView;
  readonly onClose: () => void;
}

const M_PER_KM = 1_000;
/** A third is what a helping plant usually takes on; people change it. */
const USUAL_SHARE = 1 / 3;

/** Asks another plant to bring a part of the pour. */
export function OfferDialog({ order, onClose }: OfferDialogProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const [form] = Form.useForm<OfferJointShareRequest>();
  const plants = useQuery(jointPlantsFor(order.id));
  const after = useAfterJointChange();
  const offer = useMutation({
    mutationFn: (request: OfferJointShareRequest) => offerJointShare(order.id, request),
    onSuccess: () => {
      void message.success(t('joint.sent'));
      onClose();
    },
    onSettled: after,
  });
  const options = (plants.data ?? []).map(({ plantId, plantName, enterpriseName, distanceM }) => ({
    value: plantId,
    label: `${enterpriseName} ${plantName} · ${t('joint.distance', {
      km: (distanceM / M_PER_KM).toFixed(1),
    })}`,
  }));
  return (
    <Modal
      open
      width={520}
      title={t('joint.inviteTitle')}
      okText={t('joint.send')}
      cancelText={shared('action.cancel')}
      confirmLoading={offer.isPending}
      okButtonProps={{ 'data-testid': 'joint-offer-send' }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <RefusalNotice error={offer.error ?? plants.error} />
      <p className="order-sub">
        {t('joint.inviteHint')} {t('joint.ownPlantHint')}
      </p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ quotaM3: Math.max(1, Math.round(order.plannedM3 * USUAL_SHARE)) }}
        onFinish={(request) => offer.mutate(request)}
      >
        <Form.Item name="plantId" label={t('joint.plant')} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={options}
            loading={plants.isPending}
            placeholder={t('joint.choosePlant')}
            notFoundContent={t('joint.noPlants')}
            data-testid="joint-plant"
          />
        </Form.Item>
        <Form.Item name="quotaM3" label={t('joint.quota')} rules={[{ required: true }]}>
          <InputNumber min={0.5} max={order.plannedM3} step={1} data-testid="joint-offer-quota" />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('joint.reason')}
          rules={[{ required: true, whitespace: true, min: 2 }]}
        >
          <Input
            maxLength={500}
            placeholder={t('joint.reasonHint')}
            data-testid="joint-offer-reason"
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
