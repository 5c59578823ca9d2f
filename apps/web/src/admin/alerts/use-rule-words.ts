import { useTranslation } from 'react-i18next';
import { usePolicyWords } from '../policies/use-policy-words.js';
import { readRuleVersion, type RulePart } from './rule-parts.js';

/** What an alert was judged by, in words. */
export function useRuleWords(): (ruleVersion: string) => string {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { nameOf, scopeOf } = usePolicyWords();
  const wordsOf = (part: RulePart): string => {
    switch (part.kind) {
      case 'other':
        return part.text;
      case 'range':
      case 'zone':
        return t(`alert.rules.${part.kind}`, { version: part.version });
      case 'policy':
        return t('alert.rules.policy', {
          name: part.key === null ? t('alert.rules.aPolicy') : nameOf(part.key),
          scope: scopeOf(part.scope),
          version: part.version,
        });
      default:
        return t(`alert.rules.${part.kind}`);
    }
  };
  return (ruleVersion) => readRuleVersion(ruleVersion).map(wordsOf).join(shared('mark.semicolon'));
}
