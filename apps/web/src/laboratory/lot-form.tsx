import { type RawMaterial, rawMaterial } from '@tongyun/contracts';
import { Button, Flex, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordMaterialLot } from '../api/laboratory.js';
import { formatDate } from '../i18n/time.js';
import { RefusalNotice } from '../ui/refusal-notice.js';
import { Field } from './field.js';
import { useLaboratoryWork } from './use-laboratory-work.js';

interface Fields {
  readonly material: RawMaterial;
  readonly lotNo: string;
  readonly supplierName: string;
  readonly reportNo: string;
  readonly hasPassed: boolean;
  readonly inspectorName: string;
  readonly testedOn: string;
}

/** What a delivery of a raw material was tested to be. */
export function LotForm({ plantId }: { readonly plantId: string }) {
  const { t } = useTranslation('shared');
  const [form] = Form.useForm<Fields>();
  const save = useLaboratoryWork((fields: Fields) => recordMaterialLot(plantId, fields));
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      data-testid="lot-form"
      initialValues={{ material: 'cement', hasPassed: true, testedOn: formatDate(new Date()) }}
      onFinish={(fields) => save.mutate(fields, { onSuccess: () => form.resetFields() })}
    >
      <Flex gap={12} wrap>
        <Field name="material" label={t('laboratory.materialLabel')}>
          <Select
            style={{ width: 110 }}
            options={rawMaterial.options.map((value) => ({
              value,
              label: t(`laboratory.material.${value}`),
            }))}
          />
        </Field>
        <Field name="lotNo" label={t('laboratory.lotNo')}>
          <Input maxLength={60} style={{ width: 130 }} />
        </Field>
        <Field name="supplierName" label={t('laboratory.supplier')}>
          <Input maxLength={80} style={{ width: 150 }} />
        </Field>
        <Field name="reportNo" label={t('laboratory.reportNo')}>
          <Input maxLength={60} style={{ width: 130 }} />
        </Field>
        <Field name="inspectorName" label={t('laboratory.inspector')}>
          <Input maxLength={40} style={{ width: 110 }} />
        </Field>
        <Field name="testedOn" label={t('laboratory.testedOn')}>
          <Input type="date" max={formatDate(new Date())} />
        </Field>
        <Field name="hasPassed" label={t('laboratory.result')}>
          <Radio.Group
            optionType="button"
            options={[
              { value: true, label: t('laboratory.passed') },
              { value: false, label: t('laboratory.failed') },
            ]}
          />
        </Field>
      </Flex>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('laboratory.testLot')}
      </Button>
      <RefusalNotice error={save.error} />
    </Form>
  );
}
