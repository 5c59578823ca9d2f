import type { RecordStrengthTestRequest } from '@tongyun/contracts';
import { Flex, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordStrengthTest } from '../api/laboratory.js';
import { formatDate } from '../i18n/time.js';
import { Field } from './field.js';
import { LaboratoryForm } from './laboratory-form.js';
import { ReportFields } from './report-fields.js';
import { useLaboratoryWork } from './use-laboratory-work.js';

/** The age at which a grade is judged, days. */
const USUAL_AGE_DAYS = 28;

/** What the specimens of a load came to. */
export function StrengthForm({ plantId }: { readonly plantId: string }) {
  const { t } = useTranslation('shared');
  const save = useLaboratoryWork((fields: RecordStrengthTestRequest) =>
    recordStrengthTest(plantId, fields),
  );
  return (
    <LaboratoryForm
      testId="strength-form"
      initialValues={{ ageDays: USUAL_AGE_DAYS, testedOn: formatDate(new Date()) }}
      work={save}
      submitLabel={t('laboratory.testStrength')}
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
        <ReportFields />
      </Flex>
    </LaboratoryForm>
  );
}
