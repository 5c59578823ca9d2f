import { Alert, Form, Input, Modal, Radio } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import type { Decision } from './use-decision.js';

export interface DecisionModalProps {
  readonly title: string;
  /** The state that is decided upon, in words. */
  readonly stateLabel: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Choices that may go without a reason. */
  readonly withoutReason?: readonly string[];
  readonly error: unknown;
  /** Somebody else has changed it since it was opened. */
  readonly hasChanged: boolean;
  readonly isSaving: boolean;
  readonly onDecide: (decision: Decision) => void;
  readonly onClose: () => void;
}

/** Every decision shows what it is on, and asks why. */
export function DecisionModal(props: DecisionModalProps) {
  const { title, stateLabel, choices, error, hasChanged, isSaving, onDecide, onClose } = props;
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [form] = Form.useForm<Decision>();
  return (
    <Modal
      open
      title={title}
      okText={t('decision.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ disabled: choices.length === 0 }}
      confirmLoading={isSaving}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        data-testid="decision"
        initialValues={choices.length === 1 ? { state: choices[0]?.value } : {}}
        onFinish={({ state, reason }) => onDecide({ state, reason: (reason ?? '').trim() })}
      >
        <Form.Item label={t('decision.now')}>
          <strong data-testid="state-now">{stateLabel}</strong>
        </Form.Item>
        {hasChanged ? (
          <Alert
            type="warning"
            showIcon
            role="alert"
            data-testid="conflict"
            title={t('decision.changed', { state: stateLabel })}
          />
        ) : (
          <RefusalNotice error={error} />
        )}
        {choices.length === 0 ? (
          <p>{t('decision.none')}</p>
        ) : (
          <DecisionFields
            choices={choices}
            stateLabel={stateLabel}
            withoutReason={props.withoutReason ?? []}
          />
        )}
      </Form>
    </Modal>
  );
}

function DecisionFields({
  choices,
  stateLabel,
  withoutReason,
}: Required<Pick<DecisionModalProps, 'choices' | 'stateLabel' | 'withoutReason'>>) {
  const { t } = useTranslation('admin');
  const form = Form.useFormInstance<Decision>();
  // A choice made on an older state may not exist in the new one; the reason may still hold.
  useEffect(() => form.resetFields(['state']), [form, stateLabel]);
  const chosen = Form.useWatch<string | undefined>('state');
  const isReasonNeeded = chosen === undefined || !withoutReason.includes(chosen);
  return (
    <>
      <Form.Item
        name="state"
        label={t('decision.next')}
        rules={[{ required: true, message: t('pass.needed') }]}
      >
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          options={choices.map(({ value, label }) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('decision.reason')}
        dependencies={['state']}
        rules={[
          {
            required: isReasonNeeded,
            ...(isReasonNeeded && { min: 2 }),
            max: 500,
            whitespace: isReasonNeeded,
            message: t('decision.reasonNeeded'),
          },
        ]}
      >
        <Input.TextArea
          rows={3}
          maxLength={500}
          placeholder={t(isReasonNeeded ? 'decision.reasonHint' : 'decision.noteHint')}
        />
      </Form.Item>
    </>
  );
}
