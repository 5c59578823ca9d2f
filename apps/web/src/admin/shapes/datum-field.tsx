import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DATUMS } from '../lists/datums.js';

/** The coordinate system that a chosen file is in: nothing is guessed of it. */
export function DatumField() {
  const { t } = useTranslation('admin');
  return (
    <Form.Item noStyle name="crs" rules={[{ required: true, message: t('zone.crsNeeded') }]}>
      <Select
        aria-label={t('zone.crs')}
        placeholder={t('zone.crs')}
        options={[...DATUMS]}
        style={{ width: 120 }}
      />
    </Form.Item>
  );
}
