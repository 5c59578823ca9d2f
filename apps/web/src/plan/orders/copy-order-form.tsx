import { ORDER_GRADE } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { copyOrder } from '../../api/deliveries.js';
import { readAgain } from '../../api/read-again.js';
import { fromLocalInput } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import type { PlanOrder } from '../plan-index.js';

interface Fields {
  readonly firstOnSite: string;
  readonly grade: string;
  readonly pourLocation: string;
  readonly plannedM3: number;
}

/** An order like another: what goes wrong when it is copied unseen stands empty and is said anew. */
export function CopyOrderForm({
  order,
  onClose,
}: {
  readonly order: PlanOrder;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('plan');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const copy = useMutation({
    mutationFn: ({ firstOnSite, ...fields }: Fields) =>
      copyOrder(order.id, { ...fields, firstOnSiteAt: fromLocalInput(firstOnSite) }),
    onSuccess: ({ orderNo }) => {
      void message.success(t('copy.done', { orderNo }));
      void readAgain(queries, ['day-plan']);
      onClose();
    },
  });
  const required = [{ required: true, message: t('copy.required') }];
  return (
    <Modal
      open
      title={t('copy.title', { site: order.siteName })}
      okText={t('copy.confirm')}
      okButtonProps={{ 'data-testid': 'copy-confirm' }}
      confirmLoading={copy.isPending}
      width={420}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="gantt-sub">{t('copy.hint', { orderNo: order.orderNo })}</p>
      <Form form={form} layout="vertical" onFinish={(fields: Fields) => copy.mutate(fields)}>
        <Form.Item name="firstOnSite" label={t('copy.firstOnSite')} rules={required}>
          <Input autoFocus type="datetime-local" />
        </Form.Item>
        <Form.Item
          name="grade"
          label={t('copy.grade', { grade: order.grade })}
          rules={[...required, { pattern: ORDER_GRADE, message: t('copy.gradeRule') }]}
        >
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="pourLocation" label={t('copy.pourLocation')} rules={required}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="plannedM3" label={t('copy.plannedM3')} rules={required}>
          <InputNumber min={0.5} max={20_000} />
        </Form.Item>
      </Form>
      <RefusalNotice error={copy.error} />
    </Modal>
  );
}
