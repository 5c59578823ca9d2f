import { inspectionKind, inspectionOffice } from '@tongyun/contracts';
import { Checkbox, Flex, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/time.js';
import { useEnterprises } from '../lists/use-names.js';
import { LongField } from './long-field.js';

/** Who looks at whom, at what, until when. */
export function OrderFields() {
  const { t } = useTranslation('admin');
  const { data = [] } = useEnterprises();
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <>
      <Form.Item name="enterpriseId" label={t('inspection.enterprise')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={data.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={t('inspection.kindLabel')} rules={needed}>
        <Radio.Group
          optionType="button"
          options={inspectionKind.options.map((value) => ({
            value,
            label: t(`inspection.kind.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="title" label={t('inspection.title')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <LongField name="demand" most={2_000} />
      <Form.Item name="offices" label={t('inspection.offices')} rules={needed}>
        <Checkbox.Group
          options={inspectionOffice.options.map((value) => ({
            value,
            label: t(`inspection.office.${value}`),
          }))}
        />
      </Form.Item>
      <Flex gap={12}>
        <Form.Item name="inspectorName" label={t('inspection.inspector')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="dueOn" label={t('inspection.dueOn')} rules={needed}>
          <Input type="date" min={formatDate(new Date())} />
        </Form.Item>
      </Flex>
    </>
  );
}
