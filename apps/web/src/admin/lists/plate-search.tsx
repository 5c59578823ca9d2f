import { Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Finds by a plate or a part of one. */
export function PlateSearch({ onSearch }: { readonly onSearch: (plateNo?: string) => void }) {
  const { t } = useTranslation('admin');
  return (
    <Input.Search
      allowClear
      aria-label={t('list.plate')}
      placeholder={t('list.plate')}
      maxLength={12}
      style={{ width: 180 }}
      data-testid="plate-search"
      onSearch={(text) => onSearch(text.trim() === '' ? undefined : text.trim().toUpperCase())}
    />
  );
}
