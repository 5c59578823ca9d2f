import { type RectificationView, settleRectificationRequest } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  answerRectification,
  attachToRectification,
  orderRectification,
  settleRectification,
} from '../../api/credit.js';
import { formatDate } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { FileField } from '../attached/file-field.js';
import { type Attach, useSendWithFiles } from '../attached/use-send-with-files.js';
import { LIST_KEYS } from '../lists/list-keys.js';

export type RectificationStep =
  | { readonly kind: 'order'; readonly enterpriseId: string }
  | { readonly kind: 'answer' | 'settle'; readonly row: RectificationView };

interface Fields {
  readonly title: string;
  readonly dueOn: string;
  readonly state: string;
  readonly text: string;
  readonly photos?: string;
}

async function take(step: RectificationStep, fields: Fields): Promise<Attach | null> {
  const { title, dueOn, text, state, photos } = fields;
  switch (step.kind) {
    case 'order': {
      const { enterpriseId } = step;
      await orderRectification({ enterpriseId, title, dueOn, demand: text, evidenceId: null });
      return null;
    }
    case 'answer': {
      const photoUrls = (photos ?? '').split(/\s+/).filter((url) => url !== '');
      const { id, steps } = await answerRectification(step.row.id, { answer: text, photoUrls });
      const stepId = steps.at(-1)!.id;
      return (file) => attachToRectification(id, stepId, file);
    }
    case 'settle':
      await settleRectification(
        step.row.id,
        settleRectificationRequest.parse({ state, reason: text, dueOn }),
      );
      return null;
  }
}

export interface RectificationModalProps {
  readonly step: RectificationStep;
  readonly onClose: () => void;
}

/** Orders a rectification, answers it, or says what the answer was worth. */
export function RectificationModal({ step, onClose }: RectificationModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const { send, choose } = useSendWithFiles((fields: Fields) => take(step, fields));
  const save = useMutation({
    mutationFn: send,
    onSuccess: () => {
      void message.success(t('decision.saved'));
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: LIST_KEYS.credit }),
  });
  return (
    <Modal
      open
      title={t(`rectification.modal.${step.kind}`)}
      okText={t('decision.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        data-testid="rectification-step"
        onFinish={(fields) => save.mutate(fields)}
      >
        <StepFields step={step} onChoose={choose} />
        <RefusalNotice error={save.error} />
      </Form>
    </Modal>
  );
}

interface StepFieldsProps {
  readonly step: RectificationStep;
  readonly onChoose: (files: File[]) => void;
}

function StepFields({ step, onChoose }: StepFieldsProps) {
  const { t } = useTranslation('admin');
  const needed = [{ required: true, message: t('pass.needed') }];
  // What is sent back is due again, or it would be overdue at once.
  const isSentBack = Form.useWatch('state') === 'ordered';
  const day = (
    <Form.Item name="dueOn" label={t('rectification.dueOn')} rules={needed}>
      <Input type="date" min={formatDate(new Date())} />
    </Form.Item>
  );
  return (
    <>
      {step.kind === 'order' && (
        <>
          <Form.Item name="title" label={t('rectification.title')} rules={needed}>
            <Input maxLength={200} />
          </Form.Item>
          {day}
        </>
      )}
      {step.kind === 'settle' && (
        <Form.Item name="state" label={t('decision.next')} rules={needed}>
          <Radio.Group
            optionType="button"
            buttonStyle="solid"
            options={outcomesOf(step.row).map((value) => ({
              value,
              label: t(`rectification.to.${value}`),
            }))}
          />
        </Form.Item>
      )}
      {isSentBack && day}
      <Form.Item
        name="text"
        label={t(`rectification.text.${step.kind}`)}
        rules={[{ required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') }]}
      >
        <Input.TextArea rows={4} maxLength={500} placeholder={t('decision.reasonHint')} />
      </Form.Item>
      {step.kind === 'answer' && (
        <>
          <Form.Item name="photos" label={t('rectification.photos')}>
            <Input.TextArea rows={2} placeholder="https://" />
          </Form.Item>
          <FileField takes="files" onChoose={onChoose} />
        </>
      )}
    </>
  );
}

const outcomesOf = ({
  state,
}: RectificationView): readonly ('accepted' | 'failed' | 'ordered')[] =>
  state === 'answered' ? ['accepted', 'ordered', 'failed'] : ['failed'];
