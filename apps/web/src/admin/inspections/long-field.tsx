import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface LongFieldProps {
  readonly name: 'demand' | 'result' | 'reason';
  readonly most: number;
}

/** A text of some lines that must be there. */
export function LongField({ name, most }: LongFieldProps) {
  const { t } = useTranslation('admin');
  return (
    <Form.Item
      name={name}
      label={t(`inspection.${name}`)}
      rules={[{ required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') }]}
    >
      <Input.TextArea rows={3} maxLength={most} />
    </Form.Item>
  );
}
