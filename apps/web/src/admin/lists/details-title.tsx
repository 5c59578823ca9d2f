import { useTranslation } from 'react-i18next';

/** Heads the column of buttons that unfold a row, for whoever hears the table. */
export function DetailsTitle() {
  const { t } = useTranslation('admin');
  return <span className="visually-hidden">{t('list.details')}</span>;
}
