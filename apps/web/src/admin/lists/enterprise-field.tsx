import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { useEnterpriseNames } from './use-names.js';

export interface EnterpriseFieldProps {
  readonly name: string;
  readonly label: string;
  /** Those to choose from; undefined until they are there. */
  readonly enterprises: ReturnType<typeof useEnterpriseNames>['data'];
  /** False where the form says in another way whose it is. */
  readonly isNeeded?: boolean;
  readonly extra?: string;
}

/** Which enterprise; as a rule there is no form without one. */
export function EnterpriseField({
  name,
  label,
  enterprises,
  isNeeded = true,
  extra,
}: EnterpriseFieldProps) {
  const { t } = useTranslation('admin');
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[{ required: isNeeded, message: t('pass.needed') }]}
    >
      <Select
        allowClear={!isNeeded}
        showSearch={{ optionFilterProp: 'label' }}
        options={(enterprises ?? []).map((one) => ({ value: one.id, label: one.name }))}
      />
    </Form.Item>
  );
}
