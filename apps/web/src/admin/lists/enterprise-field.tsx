import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { useEnterpriseNames } from './use-names.js';

export interface EnterpriseFieldProps {
  readonly name: string;
  readonly label: string;
  /** Those to choose from; undefined until they are there. */
  readonly enterprises: ReturnType<typeof useEnterpriseNames>['data'];
}

/** Which enterprise; there is no form without one. */
export function EnterpriseField({ name, label, enterprises }: EnterpriseFieldProps) {
  const { t } = useTranslation('admin');
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('pass.needed') }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={(enterprises ?? []).map((one) => ({ value: one.id, label: one.name }))}
      />
    </Form.Item>
  );
}
