import type { PassView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { renewPasses } from '../../api/pass-applications.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { PeriodFields, type PeriodValues, toPeriod } from './period-fields.js';
import { useResults } from './use-results.js';

interface RenewFields extends PeriodValues {
  readonly reason: string;
}

export interface RenewModalProps {
  readonly passes: readonly PassView[];
  readonly onClose: () => void;
}

/** Zones, roads and hours stay as each pass has them; only the time is new. */
export function RenewModal({ passes, onClose }: RenewModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const showResults = useResults();
  const [form] = Form.useForm<RenewFields>();
  const renew = useMutation({
    mutationFn: (fields: RenewFields) =>
      renewPasses({
        passIds: passes.map(({ id }) => id),
        period: toPeriod(fields),
        reason: fields.reason.trim(),
      }),
    onSuccess: (results) => {
      showResults(results, (id) => passes.find((pass) => pass.id === id)?.plateNo ?? id);
      void queries.invalidateQueries({ queryKey: LIST_KEYS.applications });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.passes });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('application.renewTitle', { n: passes.length })}
      okText={t('application.apply')}
      cancelText={shared('action.cancel')}
      confirmLoading={renew.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<RenewFields>
        form={form}
        layout="vertical"
        initialValues={{ isByMonth: true }}
        onFinish={(fields) => renew.mutate(fields)}
      >
        <PeriodFields />
        <Form.Item
          name="reason"
          label={t('application.reason')}
          rules={[{ required: true, min: 2, message: t('decision.reasonNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <RefusalNotice error={renew.error} />
      </Form>
    </Modal>
  );
}
