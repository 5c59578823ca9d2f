import type { InspectionKind, InspectionOffice, InspectionTaskView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { attachLedgerPhoto } from '../../api/credit.js';
import { orderInspection, reportInspection, withdrawInspection } from '../../api/inspections.js';
import { formatDate, fromLocalInput, toLocalInput } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useSendWithFiles } from '../attached/use-send-with-files.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { LongField } from './long-field.js';
import { OrderFields } from './order-fields.js';
import { ReportFields } from './report-fields.js';

export type InspectionStep =
  | { readonly kind: 'order' }
  | { readonly kind: 'report' | 'withdraw'; readonly task: InspectionTaskView };

interface Fields {
  readonly enterpriseId: string;
  readonly kind: InspectionKind;
  readonly title: string;
  readonly demand: string;
  readonly offices: InspectionOffice[];
  readonly inspectorName: string;
  readonly dueOn: string;
  readonly inspectedAt: string;
  readonly result: string;
  readonly hasFindings?: boolean;
  readonly reason: string;
}

function take(step: InspectionStep, fields: Fields): Promise<InspectionTaskView> {
  switch (step.kind) {
    case 'order': {
      const { enterpriseId, kind, title, demand, offices, inspectorName, dueOn } = fields;
      const asked = { enterpriseId, kind, title, demand, offices, inspectorName, dueOn };
      return orderInspection(asked);
    }
    case 'report':
      return reportInspection(step.task.id, {
        inspectedAt: fromLocalInput(fields.inspectedAt),
        result: fields.result,
        hasFindings: fields.hasFindings ?? false,
      });
    case 'withdraw':
      return withdrawInspection(step.task.id, { reason: fields.reason });
  }
}

export interface InspectionModalProps {
  readonly step: InspectionStep;
  readonly onClose: () => void;
}

/** Hands an inspection out, says what was found, or takes it back. */
export function InspectionModal({ step, onClose }: InspectionModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const { send, choose } = useSendWithFiles(async (fields: Fields) => {
    const { steps } = await take(step, fields);
    const entryId = steps.at(-1)?.ledgerEntryId ?? null;
    return entryId === null ? null : (photo) => attachLedgerPhoto(entryId, photo);
  });
  const save = useMutation({
    mutationFn: send,
    onSuccess: () => {
      void message.success(t('decision.saved'));
      onClose();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: LIST_KEYS.inspections });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.ledger });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.credit });
    },
  });
  return (
    <Modal
      open
      title={t(`inspection.${step.kind}`)}
      okText={t('decision.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="admin-quiet">{t('inspection.hint')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        data-testid="inspection-step"
        initialValues={{
          kind: 'routine',
          offices: ['concrete_admin'],
          dueOn: formatDate(new Date()),
          inspectedAt: toLocalInput(new Date()),
        }}
        onFinish={(fields) => save.mutate(fields)}
      >
        {step.kind === 'order' && <OrderFields />}
        {step.kind === 'report' && <ReportFields onChoose={choose} />}
        {step.kind === 'withdraw' && <LongField name="reason" most={500} />}
        <RefusalNotice error={save.error} />
      </Form>
    </Modal>
  );
}
