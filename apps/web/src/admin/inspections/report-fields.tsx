import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FileField } from '../attached/file-field.js';
import { LongField } from './long-field.js';

/** What was found, with its photos. */
export function ReportFields({ onChoose }: { readonly onChoose: (photos: File[]) => void }) {
  const { t } = useTranslation('admin');
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <>
      <Form.Item name="inspectedAt" label={t('inspection.inspectedAt')} rules={needed}>
        <Input type="datetime-local" />
      </Form.Item>
      <LongField name="result" most={4_000} />
      <Form.Item name="hasFindings" valuePropName="checked">
        <Checkbox>{t('inspection.hasFindings')}</Checkbox>
      </Form.Item>
      <FileField takes="photos" onChoose={onChoose} />
    </>
  );
}
