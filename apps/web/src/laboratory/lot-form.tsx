import { type RawMaterial, rawMaterial } from '@tongyun/contracts';
import { Flex, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordMaterialLot } from '../api/laboratory.js';
import { formatDate } from '../i18n/time.js';
import { Field } from './field.js';
import { LaboratoryForm } from './laboratory-form.js';
import { ReportFields } from './report-fields.js';
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
  const save = useLaboratoryWork((fields: Fields) => recordMaterialLot(plantId, fields));
  return (
    <LaboratoryForm
      testId="lot-form"
      initialValues={{ material: 'cement', hasPassed: true, testedOn: formatDate(new Date()) }}
      work={save}
      submitLabel={t('laboratory.testLot')}
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
        <ReportFields />
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
    </LaboratoryForm>
  );
}
