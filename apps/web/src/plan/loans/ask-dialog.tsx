import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { askForLoan } from '../../api/vehicle-loans.js';
import { fromLocalInput, toLocalInput } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useOpenPlan } from '../plan-desk.js';
import { ownPlants, useAfterLoanChange } from './loan-queries.js';

interface Asked {
  readonly plantId: string;
  readonly vehicleCount: number;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

const HOUR_MS = 3_600_000;
/** Trucks are mostly wanted from the early morning until the evening. */
const USUAL = { fromHour: 2, untilHour: 14 };

/** Asks all enterprises for trucks on the day of the plan. */
export function AskDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const { plan } = useOpenPlan();
  const [form] = Form.useForm<Asked>();
  const plants = useQuery(ownPlants());
  const after = useAfterLoanChange();
  const ask = useMutation({
    mutationFn: ({ from, until, ...asked }: Asked) =>
      askForLoan({ ...asked, fromAt: fromLocalInput(from), untilAt: fromLocalInput(until) }),
    onSuccess: () => {
      void message.success(t('loan.asked'));
      onClose();
    },
    onSettled: after,
  });
  const hourOf = (hour: number) => toLocalInput(new Date(Date.parse(plan.fromAt) + hour * HOUR_MS));
  return (
    <Modal
      open
      width={460}
      title={t('loan.ask')}
      okText={t('loan.send')}
      cancelText={shared('action.cancel')}
      confirmLoading={ask.isPending}
      okButtonProps={{ 'data-testid': 'loan-ask-send' }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <RefusalNotice error={ask.error ?? plants.error} />
      <p className="gantt-sub">{t('loan.askHint')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          vehicleCount: Math.max(1, plan.unserved.length),
          from: hourOf(USUAL.fromHour),
          until: hourOf(USUAL.untilHour),
          reason:
            plan.unserved.length > 0 ? t('loan.unserved', { count: plan.unserved.length }) : '',
        }}
        onFinish={(asked) => ask.mutate(asked)}
      >
        <Form.Item name="plantId" label={t('loan.plant')} rules={[{ required: true }]}>
          <Select
            options={(plants.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            loading={plants.isPending}
            data-testid="loan-plant"
          />
        </Form.Item>
        <Form.Item name="vehicleCount" label={t('loan.trucks')} rules={[{ required: true }]}>
          <InputNumber min={1} max={50} precision={0} data-testid="loan-trucks" />
        </Form.Item>
        <Form.Item name="from" label={t('loan.from')} rules={[{ required: true }]}>
          <Input type="datetime-local" data-testid="loan-from" />
        </Form.Item>
        <Form.Item name="until" label={t('loan.until')} rules={[{ required: true }]}>
          <Input type="datetime-local" data-testid="loan-until" />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('loan.note')}
          rules={[{ required: true, whitespace: true, min: 2 }]}
        >
          <Input maxLength={500} data-testid="loan-reason" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
