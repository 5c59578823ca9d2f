import { type MixMaterial, rawMaterial, recordMixDesignRequest } from '@tongyun/contracts';
import { Button, Flex, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordMixDesign } from '../api/laboratory.js';
import { formatDate } from '../i18n/time.js';
import { Field } from './field.js';
import { LaboratoryForm } from './laboratory-form.js';
import { useLaboratoryWork } from './use-laboratory-work.js';

interface Fields {
  readonly mixDesignNo: string;
  readonly grade: string;
  readonly materials: MixMaterial[];
  readonly approverName: string;
  readonly validFrom: string;
  readonly validTo?: string;
}

/** A recipe as it was approved; the same number again takes the place of the one before. */
export function MixForm({ plantId }: { readonly plantId: string }) {
  const { t } = useTranslation('shared');
  const save = useLaboratoryWork(({ validTo, ...fields }: Fields) =>
    recordMixDesign(
      plantId,
      recordMixDesignRequest.parse({ ...fields, validTo: validTo === '' ? null : validTo }),
    ),
  );
  return (
    <LaboratoryForm
      testId="mix-form"
      initialValues={{
        materials: [{ material: 'cement' }],
        validFrom: formatDate(new Date()),
      }}
      work={save}
      submitLabel={t('laboratory.approve')}
    >
      <Flex gap={12} wrap>
        <Field name="mixDesignNo" label={t('laboratory.no')}>
          <Input maxLength={60} style={{ width: 150 }} />
        </Field>
        <Field name="grade" label={t('laboratory.grade')}>
          <Input maxLength={64} style={{ width: 100 }} />
        </Field>
        <Field name="approverName" label={t('laboratory.approver')}>
          <Input maxLength={40} style={{ width: 130 }} />
        </Field>
        <Field name="validFrom" label={t('laboratory.validFrom')}>
          <Input type="date" />
        </Field>
        <Field name="validTo" label={t('laboratory.validTo')} isNeeded={false}>
          <Input type="date" />
        </Field>
      </Flex>
      <Materials />
    </LaboratoryForm>
  );
}

function Materials() {
  const { t } = useTranslation('shared');
  const options = rawMaterial.options.map((value) => ({
    value,
    label: t(`laboratory.material.${value}`),
  }));
  return (
    <Form.Item label={t('laboratory.materials')}>
      <Form.List name="materials">
        {(rows, { add, remove }) => (
          <Flex gap={12} wrap>
            {rows.map(({ key, name }) => (
              <Flex key={key} gap={4}>
                <Form.Item name={[name, 'material']} noStyle rules={[{ required: true }]}>
                  <Select
                    aria-label={t('laboratory.materialLabel')}
                    options={options}
                    style={{ width: 100 }}
                  />
                </Form.Item>
                <Form.Item name={[name, 'kgPerM3']} noStyle rules={[{ required: true }]}>
                  <InputNumber min={0.1} max={3_000} suffix="kg" style={{ width: 110 }} />
                </Form.Item>
                <Button onClick={() => remove(name)}>{t('laboratory.removeMaterial')}</Button>
              </Flex>
            ))}
            <Button onClick={() => add()}>{t('laboratory.addMaterial')}</Button>
          </Flex>
        )}
      </Form.List>
    </Form.Item>
  );
}
