import { ORDER_GRADE, pourKind } from '@tongyun/contracts';
import { AutoComplete, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fromLocalInput } from '../../i18n/time.js';

const USUAL_GRADES = [
  'C15',
  'C20',
  'C25',
  'C30',
  'C35',
  'C40',
  'C45',
  'C50',
  'C60',
  'C35 P6',
  'M5',
  'M10',
  'M15',
];
/** An order for "now" is entered a moment after now. */
const GRACE_MS = 10 * 60_000;

/** What is poured, how much, how fast, when and how. */
export function PourFields() {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const placing = Form.useWatch<string | undefined>('placingMethod');
  const required = [{ required: true, message: t('form.required') }];
  return (
    <>
      <Form.Item
        name="pourLocation"
        label={t('form.pourLocation')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input maxLength={120} data-testid="order-pour-location" />
      </Form.Item>
      <Form.Item name="pourKind" label={t('form.pourKind')}>
        <Select
          allowClear
          data-testid="order-pour-kind"
          options={pourKind.options.map((value) => ({ value, label: shared(`pourKind.${value}`) }))}
        />
      </Form.Item>
      <div className="form-row">
        <Form.Item
          name="grade"
          label={t('form.grade')}
          rules={[{ required: true, pattern: ORDER_GRADE, message: t('form.gradeRule') }]}
        >
          <AutoComplete options={USUAL_GRADES.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="slumpMm" label={t('form.slump')} rules={required}>
          <InputNumber min={10} max={300} step={10} precision={0} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="plannedM3" label={t('form.planned')} rules={required}>
          <InputNumber min={0.5} max={20_000} step={10} data-testid="order-planned" />
        </Form.Item>
        <Form.Item name="rateM3PerHour" label={t('form.rate')} rules={required}>
          <InputNumber min={1} max={500} step={5} />
        </Form.Item>
      </div>
      <Form.Item
        name="firstOnSite"
        label={t('form.firstOnSite')}
        rules={[
          { required: true, message: t('form.required') },
          {
            validator: (_, text: string) =>
              fromLocalInput(text).getTime() > Date.now() - GRACE_MS
                ? Promise.resolve()
                : Promise.reject(new Error(t('form.pastTime'))),
          },
        ]}
      >
        <Input type="datetime-local" step={300} data-testid="order-first-on-site" />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="placingMethod" label={t('form.placing')}>
          <Radio.Group
            optionType="button"
            data-testid="order-placing"
            options={(['chute', 'pump'] as const).map((value) => ({
              value,
              label: shared(`placingMethod.${value}`),
            }))}
          />
        </Form.Item>
        {placing !== 'pump' && (
          <Form.Item name="placesAtSite" label={t('form.places')}>
            <InputNumber min={1} max={6} precision={0} data-testid="order-places" />
          </Form.Item>
        )}
        {placing === 'pump' && (
          <Form.Item name="pumpsNeeded" label={t('form.pumps')}>
            <InputNumber min={1} max={4} precision={0} data-testid="order-pumps" />
          </Form.Item>
        )}
      </div>
      {placing === 'pump' && (
        <div className="form-row">
          <Form.Item name="pumpReachM" label={t('form.reach')}>
            <InputNumber min={1} max={500} />
          </Form.Item>
          <Form.Item name="primingM3" label={t('form.priming')}>
            <InputNumber min={0} max={8} step={0.5} data-testid="order-priming" />
          </Form.Item>
        </div>
      )}
      <Form.Item name="isEmergency" valuePropName="checked">
        <Checkbox>{t('form.emergency')}</Checkbox>
      </Form.Item>
    </>
  );
}
