import { heavyPlateColor } from '@tongyun/contracts';
import { Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isCompletePlate } from '../../plate/plate-entry.js';

/** A plate and its colour, which must fit; fields `plateNo` and `plateColor` of the form around it. */
export function PlateFields() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  return (
    <Flex gap={16}>
      <Form.Item
        name="plateNo"
        label={t('registration.plate')}
        dependencies={['plateColor']}
        normalize={(typed: string) => typed.trim().toUpperCase()}
        rules={[
          ({ getFieldValue }) => ({
            required: true,
            validator: (_, places: string | undefined) =>
              isCompletePlate({
                places: places ?? '',
                color: heavyPlateColor.parse(getFieldValue('plateColor')),
              })
                ? Promise.resolve()
                : Promise.reject(new Error(t('registration.enter.plateHint'))),
          }),
        ]}
      >
        <Input maxLength={8} placeholder="浙A" />
      </Form.Item>
      <Form.Item name="plateColor" label={t('registration.color')}>
        <Select
          style={{ width: 140 }}
          options={heavyPlateColor.options.map((value) => ({
            value,
            label: shared(`plateColor.${value}`),
          }))}
        />
      </Form.Item>
    </Flex>
  );
}
