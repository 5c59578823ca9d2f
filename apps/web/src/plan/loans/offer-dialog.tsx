import type { DayPlanView, LoanRequestView } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { offerLoan } from '../../api/vehicle-loans.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useOpenPlan } from '../plan-desk.js';
import { useAfterLoanChange } from './loan-queries.js';
import { idleMixers } from './idle-mixers.js';

export interface OfferDialogProps {
  readonly request: LoanRequestView;
  readonly onClose: () => void;
}

interface Chosen {
  readonly vehicleId: string;
  readonly reason: string;
}

/** Offers an own truck that the plan leaves idle in that time, with whoever drives it. */
export function OfferDialog({ request, onClose }: OfferDialogProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const { plan } = useOpenPlan();
  const [form] = Form.useForm<Chosen>();
  const after = useAfterLoanChange();
  const idle = idleMixers(plan, request);
  const offer = useMutation({
    mutationFn: ({ vehicleId, reason }: Chosen) => {
      const driverId = idle.find(({ id }) => id === vehicleId)?.driverId ?? '';
      return offerLoan(request.id, { vehicleId, driverId, reason });
    },
    onSuccess: () => {
      void message.success(t('loan.offered'));
      onClose();
    },
    onSettled: after,
  });
  return (
    <Modal
      open
      width={460}
      title={t('loan.offerTitle', { name: request.enterpriseName })}
      okText={t('loan.offer')}
      cancelText={shared('action.cancel')}
      confirmLoading={offer.isPending}
      okButtonProps={{ 'data-testid': 'loan-offer-send' }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <RefusalNotice error={offer.error} />
      <p className="gantt-sub">{t('loan.offerHint')}</p>
      <Form form={form} layout="vertical" onFinish={(chosen) => offer.mutate(chosen)}>
        <Form.Item name="vehicleId" label={t('loan.truck')} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={idle.map((vehicle) => ({ value: vehicle.id, label: nameOf(vehicle) }))}
            placeholder={t('loan.chooseTruck')}
            notFoundContent={t('loan.noneIdle')}
            data-testid="loan-truck"
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('loan.note')}
          rules={[{ required: true, whitespace: true, min: 2 }]}
        >
          <Input maxLength={500} data-testid="loan-offer-reason" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

const nameOf = ({ plateNo, fleetNo, drumM3, driverName }: DayPlanView['vehicles'][number]) =>
  [plateNo ?? fleetNo, drumM3 === null ? null : `${drumM3} m³`, driverName]
    .filter(Boolean)
    .join(' · ');
