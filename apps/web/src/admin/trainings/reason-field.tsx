import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Why what is kept of somebody is changed. */
export function ReasonField() {
  const { t } = useTranslation('admin');
  return (
    <Form.Item
      name="reason"
      label={t('decision.reason')}
      rules={[{ required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') }]}
    >
      <Input.TextArea rows={2} maxLength={500} placeholder={t('decision.reasonHint')} />
    </Form.Item>
  );
}
