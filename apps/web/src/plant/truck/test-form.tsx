import { Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordExWorksTest } from '../../api/tickets.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { usePaperWork } from '../queries.js';
import { QualityFindings } from './quality-findings.js';
import type { PaperProps } from './weigh-forms.js';

interface TestFields {
  readonly slumpMm: number;
  readonly temperatureC: number | null;
  readonly inspectorName: string;
}

const KEY = 'tongyun.plant.inspector';

/** The slump as ordered and the inspector of last time are there already. */
export function TestForm({ plantId, papers, slumpMm }: PaperProps & { readonly slumpMm: number }) {
  const { t } = useTranslation('plant');
  const testing = usePaperWork(
    plantId,
    ({ slumpMm: mm, temperatureC, inspectorName }: TestFields) => {
      localStorage.setItem(KEY, inspectorName);
      return recordExWorksTest(papers.tripId, {
        slumpMm: mm,
        temperatureC: temperatureC ?? null,
        inspectorName,
        testedAt: new Date(),
      });
    },
  );
  const last = papers.exWorksTests.at(-1);
  return (
    <>
      {last && <p className="truck-done">{t('test.done', last)}</p>}
      <Form
        layout="inline"
        className="truck-form"
        initialValues={{ slumpMm, inspectorName: localStorage.getItem(KEY) ?? '' }}
        onFinish={(fields: TestFields) => testing.mutate(fields)}
      >
        <Form.Item name="slumpMm" label={t('test.slump')} rules={[{ required: true, message: '' }]}>
          <InputNumber min={0} max={300} step={5} precision={0} style={{ width: 80 }} />
        </Form.Item>
        <Form.Item name="temperatureC" label={t('test.temperature')}>
          <InputNumber min={-20} max={80} style={{ width: 70 }} />
        </Form.Item>
        <Form.Item
          name="inspectorName"
          label={t('test.inspector')}
          rules={[{ required: true, whitespace: true, message: '' }]}
        >
          <Input style={{ width: 90 }} maxLength={40} data-testid="test-inspector" />
        </Form.Item>
        <Button htmlType="submit" loading={testing.isPending} data-testid="test-submit">
          {t('test.record')}
        </Button>
        <RefusalNotice error={testing.error} />
      </Form>
      <QualityFindings quality={papers.quality} />
    </>
  );
}
