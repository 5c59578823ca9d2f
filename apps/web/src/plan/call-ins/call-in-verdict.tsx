import type { CallInRow } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { isRefused } from './is-refused.js';

/** Whether he may work over the whole of his duty; if not: why, and who could instead. */
export function CallInVerdict({ row }: { readonly row: CallInRow }) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  if (!isRefused(row)) return <Tag color="green">{t('callIn.may')}</Tag>;
  return (
    <>
      <Tag color="red" data-testid="call-in-refused">
        {t('callIn.refused')}
      </Tag>
      {row.reasons.map(({ code, sentence }) => (
        <span key={code}>{sentence[language]} </span>
      ))}
      <b>
        {row.replacement
          ? t('callIn.replacement', { name: row.replacement.driverName })
          : t('callIn.nobody')}
      </b>
    </>
  );
}
