import { useTranslation } from 'react-i18next';
import { sharedZhCN } from '../i18n/texts/zh-CN.js';

type Reason = keyof typeof sharedZhCN.reason;
type Warning = keyof typeof sharedZhCN.warning;
const isReason = (code: string): code is Reason => Object.hasOwn(sharedZhCN.reason, code);
const isWarning = (code: string): code is Warning => Object.hasOwn(sharedZhCN.warning, code);

/** The short name of a reason against a candidate or of something to mind about one. */
export function useReasonName(): (code: string) => string {
  const { t } = useTranslation('shared');
  return (code) => {
    if (isReason(code)) return t(`reason.${code}`);
    return isWarning(code) ? t(`warning.${code}`) : code;
  };
}
