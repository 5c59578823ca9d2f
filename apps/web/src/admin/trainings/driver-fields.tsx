import { createDriverRequest } from '@tongyun/contracts';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

const { options: LICENCE_CLASSES } = createDriverRequest.shape.licenceClass.unwrap();

export interface DescribedDriver {
  readonly name: string;
  readonly phone: string;
  readonly licenceClass: (typeof LICENCE_CLASSES)[number];
}

export interface DriverFieldsProps {
  /** He was examined under it: the administration alone corrects it. */
  readonly isNameFixed?: boolean;
}

/** What is kept of a driver beside his enterprise. */
export function DriverFields({ isNameFixed = false }: DriverFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Form.Item
        name="name"
        label={t('training.name')}
        extra={isNameFixed && t('training.nameFixed')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('pass.needed') }]}
      >
        <Input maxLength={40} disabled={isNameFixed} />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('training.phone')}
        rules={[{ required: true, pattern: /^1\d{10}$/, message: t('training.phoneHint') }]}
      >
        <Input maxLength={11} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="licenceClass" label={t('training.licenceClass')}>
        <Radio.Group
          optionType="button"
          options={LICENCE_CLASSES.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
    </>
  );
}
