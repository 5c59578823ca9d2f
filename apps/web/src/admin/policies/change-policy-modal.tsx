import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { setPolicy } from '../../api/policy.js';
import { formatDate } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { effectiveFrom } from '../lists/calendar.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { unitOf } from './policy-unit.js';
import { PolicyValue } from './policy-value.js';
import type { PresentPolicy } from './present-policies.js';
import { formOf, isJson, parseTyped, typedOf, type ValueForm } from './typed-value.js';
import { usePolicyWords } from './use-policy-words.js';

export interface ChangePolicyModalProps {
  readonly policy: PresentPolicy;
  readonly onClose: () => void;
}

interface Fields {
  readonly typed: unknown;
  readonly effectiveOn: string;
  readonly source: string;
  readonly reason: string;
}

/** Another value from a day on; what was judged before keeps the value of its time. */
export function ChangePolicyModal({ policy, onClose }: ChangePolicyModalProps) {
  const { key, scope, present } = policy;
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { nameOf, scopeOf } = usePolicyWords();
  const [form] = Form.useForm<Fields>();
  const today = formatDate(new Date());
  const valueForm = formOf(present.value);
  const save = useMutation({
    mutationFn: ({ typed, effectiveOn, source, reason }: Fields) =>
      setPolicy({
        key,
        scope,
        value: parseTyped(valueForm, typed),
        effectiveFrom: effectiveFrom(effectiveOn, today, new Date()),
        source: source.trim(),
        confidence: 'decided',
        reason: reason.trim(),
      }),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.policies });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('policy.title', { name: nameOf(key) })}
      okText={t('decision.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        data-testid="policy-form"
        initialValues={{ typed: typedOf(present.value), effectiveOn: today }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item label={t('policy.value')}>
          <PolicyValue policyKey={key} value={present.value} />{' '}
          <span className="admin-quiet">{scopeOf(scope)}</span>
        </Form.Item>
        <ValueField policyKey={key} form={valueForm} />
        <GroundFields />
        <RefusalNotice error={save.error} />
      </Form>
    </Modal>
  );
}

interface ValueFieldProps {
  readonly policyKey: string;
  readonly form: ValueForm;
}

function ValueField({ policyKey, form }: ValueFieldProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const label = t('policy.newValue');
  const unit = unitOf(policyKey);
  if (form === 'number') {
    return (
      <Form.Item name="typed" label={label} extra={t('policy.emptyIsNone')}>
        <InputNumber
          style={{ width: 200 }}
          {...(unit !== null && { suffix: t(`policy.unit.${unit}`) })}
        />
      </Form.Item>
    );
  }
  if (form === 'yes_no') {
    return (
      <Form.Item name="typed" label={label}>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          options={[true, false].map((value) => ({
            value,
            label: shared(value ? 'state.yes' : 'state.no'),
          }))}
        />
      </Form.Item>
    );
  }
  return (
    <Form.Item
      name="typed"
      label={label}
      extra={t('policy.json')}
      rules={[
        {
          validator: (_, typed: unknown) =>
            isJson(typed) ? Promise.resolve() : Promise.reject(new Error(t('policy.notJson'))),
        },
      ]}
    >
      <Input.TextArea className="policy-json" autoSize={{ minRows: 2, maxRows: 14 }} />
    </Form.Item>
  );
}

function GroundFields() {
  const { t } = useTranslation('admin');
  return (
    <>
      <Form.Item
        name="effectiveOn"
        label={t('policy.effectiveOn')}
        rules={[{ required: true, message: t('pass.needed') }]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="source"
        label={t('policy.source')}
        rules={[{ required: true, whitespace: true, message: t('pass.needed') }]}
      >
        <Input maxLength={200} placeholder={t('policy.sourceHint')} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('decision.reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={500} placeholder={t('decision.reasonHint')} />
      </Form.Item>
    </>
  );
}
