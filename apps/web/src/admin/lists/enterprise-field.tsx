import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEnterprises } from './use-names.js';

export interface EnterpriseFieldProps {
  readonly name: string;
  readonly label: string;
}

/** Which of the city's enterprises; there is no form without one. */
export function EnterpriseField({ name, label }: EnterpriseFieldProps) {
  const { t } = useTranslation('admin');
  const { data: enterprises } = useEnterprises();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('pass.needed') }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={(enterprises ?? []).map((one) => ({ value: one.id, label: one.name }))}
      />
    </Form.Item>
  );
}
