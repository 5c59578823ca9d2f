import { ORDER_GRADE, type PourKind, pourKind, type WhatIfRequest } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Flex, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { allPages } from '../../api/all-pages.js';
import { listSites } from '../../api/deliveries.js';
import { fromLocalInput } from '../../i18n/time.js';
import { defaultUntil } from '../events/default-until.js';
import { useOpenPlan } from '../plan-desk.js';
import { Ask } from './ask.js';
import { type SupposedFields, toSupposedOrder } from './to-supposed-order.js';

interface WithOrderProps {
  readonly isAsking: boolean;
  readonly onAsk: (request: WhatIfRequest) => void;
}

const USUALLY = { m3: 30, rateM3PerHour: 30, grade: 'C30', placingMethod: 'chute' } as const;

/** An order that is supposed to come on top, as one is entered. */
export function WithOrder({ isAsking, onAsk }: WithOrderProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { plan } = useOpenPlan();
  const [form] = Form.useForm<SupposedFields>();
  const placing = Form.useWatch('placingMethod', form);
  const sites = useQuery({ queryKey: ['sites'], queryFn: () => allPages(listSites) });
  const rules = [{ required: true, message: t('copy.required') }];
  const kinds = pourKind.options.map((value: PourKind) => ({
    value,
    label: shared(`pourKind.${value}`),
  }));
  return (
    <Form<SupposedFields>
      form={form}
      layout="vertical"
      initialValues={{ ...USUALLY, firstOnSite: defaultUntil(plan, new Date()) }}
      onFinish={({ firstOnSite, ...fields }) =>
        onAsk(toSupposedOrder(fields, fromLocalInput(firstOnSite)))
      }
    >
      <Form.Item name="siteId" label={t('orders.site')} rules={rules}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          data-testid="what-if-site"
          loading={sites.isPending}
          options={(sites.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Flex gap={12}>
        <Form.Item name="m3" label={t('copy.plannedM3')} rules={rules}>
          <InputNumber min={0.5} max={20_000} />
        </Form.Item>
        <Form.Item name="rateM3PerHour" label={t('call.rate')} rules={rules}>
          <InputNumber min={1} max={500} />
        </Form.Item>
      </Flex>
      <Flex gap={12}>
        <Form.Item
          name="grade"
          label={t('whatIf.grade')}
          rules={[...rules, { pattern: ORDER_GRADE, message: t('copy.gradeRule') }]}
        >
          <Input maxLength={64} data-testid="what-if-grade" />
        </Form.Item>
        <Form.Item name="firstOnSite" label={t('copy.firstOnSite')} rules={rules}>
          <Input type="datetime-local" />
        </Form.Item>
      </Flex>
      <Form.Item name="placingMethod" label={t('whatIf.placing')}>
        <Radio.Group
          optionType="button"
          data-testid="what-if-placing"
          options={(['chute', 'pump'] as const).map((value) => ({
            value,
            label: shared(`placingMethod.${value}`),
          }))}
        />
      </Form.Item>
      {placing === 'chute' && (
        <Form.Item name="placesAtSite" label={t('whatIf.places')}>
          <InputNumber min={1} max={6} precision={0} />
        </Form.Item>
      )}
      {placing === 'pump' && (
        <Flex gap={12}>
          <Form.Item name="pumpsNeeded" label={t('whatIf.pumps')} initialValue={1}>
            <InputNumber min={1} max={4} precision={0} />
          </Form.Item>
          <Form.Item name="pumpReachM" label={t('whatIf.reach')}>
            <InputNumber min={1} max={500} />
          </Form.Item>
          <Form.Item name="primingM3" label={t('whatIf.priming')}>
            <InputNumber min={0} max={8} step={0.5} />
          </Form.Item>
        </Flex>
      )}
      <Flex gap={12}>
        <Form.Item name="pourKind" label={t('whatIf.pourKind')} className="plan-what-if-kind">
          <Select allowClear options={kinds} />
        </Form.Item>
        <Form.Item name="gapMaxMin" label={t('whatIf.gapMax')}>
          <InputNumber min={5} max={600} precision={0} />
        </Form.Item>
        <Form.Item name="retarderMin" label={t('whatIf.retarder')}>
          <InputNumber min={10} max={600} precision={0} />
        </Form.Item>
      </Flex>
      <Form.Item name="isEmergency" valuePropName="checked">
        <Checkbox>{t('whatIf.emergency')}</Checkbox>
      </Form.Item>
      <Ask isAsking={isAsking} />
    </Form>
  );
}
