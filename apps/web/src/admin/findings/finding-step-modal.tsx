import { type FindingView, settleFindingRequest } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerFinding, attachFindingPhoto, settleFinding } from '../../api/findings.js';
import { formatDate } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';

export interface FindingStep {
  readonly kind: 'answer' | 'settle' | 'withdraw';
  readonly finding: FindingView;
}

interface Fields {
  readonly state: string;
  readonly text: string;
  readonly dueOn?: string;
}

/** Photos first: whoever reads the answer finds them beside it. */
async function send(
  { kind, finding }: FindingStep,
  { state, text, dueOn }: Fields,
  photos: readonly File[],
): Promise<FindingView> {
  if (kind !== 'answer') {
    const settled = { state: kind === 'withdraw' ? 'withdrawn' : state, reason: text, dueOn };
    return settleFinding(finding.id, settleFindingRequest.parse(settled));
  }
  for (const photo of photos) await attachFindingPhoto(finding.id, photo);
  return answerFinding(finding.id, { answer: text });
}

export interface FindingStepModalProps {
  readonly step: FindingStep;
  readonly onClose: () => void;
}

/** Answers a finding with photos, says what the answer was worth, or withdraws the finding. */
export function FindingStepModal({ step, onClose }: FindingStepModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const isSentBack = Form.useWatch('state', form) === 'sent_back';
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const save = useMutation({
    mutationFn: (fields: Fields) => send(step, fields, photos),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: LIST_KEYS.findings }),
  });
  return (
    <Modal
      open
      title={t(`finding.modal.${step.kind}`, { plate: step.finding.plateNo })}
      okText={t('decision.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{step.finding.steps[0]?.text}</p>
      <Form<Fields> form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)}>
        {step.kind === 'settle' && <OutcomeField />}
        {isSentBack && <DayField />}
        <Form.Item
          name="text"
          label={t(`finding.text.${step.kind}`)}
          rules={[
            { required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') },
          ]}
        >
          <Input.TextArea rows={4} maxLength={step.kind === 'answer' ? 2_000 : 500} />
        </Form.Item>
        {step.kind === 'answer' && (
          <Form.Item label={t('finding.photos')}>
            <input
              type="file"
              accept="image/jpeg,image/png"
              multiple
              aria-label={t('finding.photos')}
              onChange={({ target }) => setPhotos([...(target.files ?? [])])}
            />
          </Form.Item>
        )}
        <RefusalNotice error={save.error} />
      </Form>
    </Modal>
  );
}

/** What is sent back is due again, or it would be overdue at once. */
function DayField() {
  const { t } = useTranslation('admin');
  return (
    <Form.Item
      name="dueOn"
      label={t('finding.dueOn')}
      rules={[{ required: true, message: t('pass.needed') }]}
    >
      <Input type="date" min={formatDate(new Date())} />
    </Form.Item>
  );
}

function OutcomeField() {
  const { t } = useTranslation('admin');
  return (
    <Form.Item
      name="state"
      label={t('decision.next')}
      rules={[{ required: true, message: t('pass.needed') }]}
    >
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        options={settleFindingRequest.shape.state.options.map((value) => ({
          value,
          label: t(`finding.step.${value}`),
        }))}
      />
    </Form.Item>
  );
}
