import type { RecordStrengthTestRequest } from '@tongyun/contracts';
import { Button, Flex, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordStrengthTest } from '../api/laboratory.js';
import { formatDate } from '../i18n/time.js';
import { RefusalNotice } from '../ui/refusal-notice.js';
import { Field } from './field.js';
import { useLaboratoryWork } from './use-laboratory-work.js';

/** The age at which a grade is judged, days. */
const USUAL_AGE_DAYS = 28;

/** What the specimens of a load came to. */
export function StrengthForm({ plantId }: { readonly plantId: string }) {
  const { t } = useTranslation('shared');
  const [form] = Form.useForm<RecordStrengthTestRequest>();
  const save = useLaboratoryWork((fields: RecordStrengthTestRequest) =>
    recordStrengthTest(plantId, fields),
  );
  return (
    <Form<RecordStrengthTestRequest>
      form={form}
      layout="vertical"
      data-testid="strength-form"
      initialValues={{ ageDays: USUAL_AGE_DAYS, testedOn: formatDate(new Date()) }}
      onFinish={(fields) => save.mutate(fields, { onSuccess: () => form.resetFields() })}
    >
      <Flex gap={12} wrap>
        <Field name="ticketNo" label={t('laboratory.ticketNo')}>
          <Input maxLength={60} style={{ width: 150 }} />
        </Field>
        <Field name="ageDays" label={t('laboratory.ageDays')}>
          <InputNumber min={1} max={365} precision={0} style={{ width: 110 }} />
        </Field>
        <Field name="strengthMpa" label={t('laboratory.strengthMpa')}>
          <InputNumber min={0} max={200} step={0.1} style={{ width: 110 }} />
        </Field>
        <Field name="reportNo" label={t('laboratory.reportNo')}>
          <Input maxLength={60} style={{ width: 130 }} />
        </Field>
        <Field name="inspectorName" label={t('laboratory.inspector')}>
          <Input maxLength={40} style={{ width: 110 }} />
        </Field>
        <Field name="testedOn" label={t('laboratory.testedOn')}>
          <Input type="date" max={formatDate(new Date())} />
        </Field>
      </Flex>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('laboratory.testStrength')}
      </Button>
      <RefusalNotice error={save.error} />
    </Form>
  );
}
