import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../i18n/time.js';
import { Field } from './field.js';

/** By which report, by whom and when something was tested. */
export function ReportFields() {
  const { t } = useTranslation('shared');
  return (
    <>
      <Field name="reportNo" label={t('laboratory.reportNo')}>
        <Input maxLength={60} style={{ width: 130 }} />
      </Field>
      <Field name="inspectorName" label={t('laboratory.inspector')}>
        <Input maxLength={40} style={{ width: 110 }} />
      </Field>
      <Field name="testedOn" label={t('laboratory.testedOn')}>
        <Input type="date" max={formatDate(new Date())} />
      </Field>
    </>
  );
}
