import { useTranslation } from 'react-i18next';
import { useReasonName } from '../ui/use-reason-name.js';
import { zhCN } from './texts/zh-CN.js';

type Rule = keyof typeof zhCN.rule;
const isRule = (code: string): code is Rule => Object.hasOwn(zhCN.rule, code);

/** The short name of a rule that stands in the way of a load or a pump. */
export function useRuleName(): (code: string) => string {
  const { t } = useTranslation('plan');
  const reasonName = useReasonName();
  return (code) => (isRule(code) ? t(`rule.${code}`) : reasonName(code));
}
