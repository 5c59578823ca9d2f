import { Form } from 'antd';
import { useTranslation } from 'react-i18next';

/** Photos that are kept with what is recorded. */
export function PhotoField({ onChoose }: { readonly onChoose: (photos: File[]) => void }) {
  const { t } = useTranslation('admin');
  return (
    <Form.Item label={t('ledger.photos')} extra={t('ledger.photoHint')}>
      <input
        type="file"
        accept="image/jpeg,image/png"
        multiple
        aria-label={t('ledger.photos')}
        onChange={({ target }) => onChoose([...(target.files ?? [])])}
      />
    </Form.Item>
  );
}
