import { plateMark } from '@tongyun/contracts';
import { Flex, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ZoneFields } from './zone-fields.js';

const FIGURES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Which plates a zone binds: the listed ones or all others, and by which last figures. */
export function PlatesFields() {
  const { t } = useTranslation('admin');
  const eachIsPlate = (_: unknown, marks: readonly string[]) =>
    marks.every((mark) => plateMark.safeParse(mark).success)
      ? Promise.resolve()
      : Promise.reject(new Error(t('zone.platesFault')));
  return (
    <Flex gap={12}>
      <Form.Item label={t('zone.plates')} extra={t('zone.everyPlate')} style={{ flex: 1 }}>
        <Flex gap={8}>
          <Form.Item<ZoneFields> noStyle name={['plates', 'isExcept']}>
            <Select
              aria-label={t('zone.platesSense')}
              style={{ width: 150 }}
              options={[
                { value: false, label: t('zone.platesOnly') },
                { value: true, label: t('zone.platesExcept') },
              ]}
            />
          </Form.Item>
          <Form.Item<ZoneFields>
            noStyle
            name={['plates', 'listed']}
            rules={[{ validator: eachIsPlate }]}
          >
            <Select
              mode="tags"
              open={false}
              suffixIcon={null}
              aria-label={t('zone.plates')}
              tokenSeparators={[' ', ',', '，', '、']}
              style={{ flex: 1 }}
            />
          </Form.Item>
        </Flex>
      </Form.Item>
      <Form.Item<ZoneFields>
        name={['plates', 'lastFigures']}
        label={t('zone.lastFigures')}
        style={{ width: 180 }}
      >
        <Select
          mode="multiple"
          options={FIGURES.map((value) => ({ value, label: String(value) }))}
        />
      </Form.Item>
    </Flex>
  );
}
