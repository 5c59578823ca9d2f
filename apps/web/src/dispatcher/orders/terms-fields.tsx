import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

/** What the delivery tickets say of the contract; closed, for most orders need none of it. */
export function TermsFields() {
  const { t } = useTranslation('dispatcher');
  return (
    <details className="form-terms">
      <summary>{t('form.terms')}</summary>
      <div className="form-row">
        <Form.Item name="contractNo" label={t('form.contractNo')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="mixDesignNo" label={t('form.mixDesignNo')}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="salesRepName" label={t('form.salesRep')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="salesRepPhone" label={t('form.salesRepPhone')}>
          <Input maxLength={20} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="unitPriceCny" label={t('form.unitPrice')}>
          <InputNumber min={0} max={100_000} />
        </Form.Item>
        <Form.Item name="ticketNote" label={t('form.ticketNote')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
    </details>
  );
}
