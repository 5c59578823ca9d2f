import { isMortar } from '@tongyun/contracts';
import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

/** What few pours need: a longest pause of its own, and what a retarder does. Mortar has neither. */
export function PourLimits() {
  const { t } = useTranslation('dispatcher');
  const grade = Form.useWatch<string | undefined>('grade');
  if (isMortar(grade ?? '')) return null;
  return (
    <details className="form-terms" data-testid="order-limits">
      <summary>{t('form.limits')}</summary>
      <div className="form-row">
        <Form.Item name="gapMaxMin" label={t('form.gapMax')} extra={t('form.gapMaxHint')}>
          <InputNumber min={5} max={600} step={5} precision={0} data-testid="order-gap-max" />
        </Form.Item>
        <Form.Item name="retarderMin" label={t('form.retarder')} extra={t('form.retarderHint')}>
          <InputNumber min={10} max={600} step={30} precision={0} data-testid="order-retarder" />
        </Form.Item>
      </div>
    </details>
  );
}
