import { role } from '@tongyun/contracts';
import type { Language } from '../../i18n/language.js';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { useEnterpriseName } from '../lists/use-names.js';
import { policyNamesEn } from './policy-names.en.js';
import { policyNamesZhCN } from './policy-names.zh-CN.js';
import { unitOf } from './policy-unit.js';

const NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': policyNamesZhCN,
  en: policyNamesEn,
};

/** A policy's name, whom it holds for, and its value in words. */
export function usePolicyWords() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const enterpriseName = useEnterpriseName();

  const nameOf = (key: string): string => NAMES[language][key] ?? key;

  const scopeOf = (scope: string): string => {
    const [kind = '', ...rest] = scope.split(':');
    const of = rest.join(':');
    if (kind === 'enterprise') {
      return t('policy.scope.enterprise', { name: enterpriseName(of) || of.slice(-8) });
    }
    if (kind === 'district') return t('policy.scope.district', { name: of });
    if (kind === 'plant') return t('policy.scope.plant', { name: of.slice(-8) });
    return t('policy.scope.city');
  };

  const wordOf = (value: unknown): string => {
    const known = role.safeParse(value);
    return known.success ? shared(`role.${known.data}`) : String(value);
  };

  const valueOf = (key: string, value: unknown): string => {
    if (value === null || value === undefined) return t('policy.none');
    if (typeof value === 'boolean') return shared(value ? 'state.yes' : 'state.no');
    if (typeof value === 'number') {
      const unit = unitOf(key);
      const figure = value.toLocaleString(language);
      return unit === null ? figure : `${figure} ${t(`policy.unit.${unit}`)}`;
    }
    if (typeof value === 'string') return wordOf(value);
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
      return value.map(wordOf).join(shared('mark.and')) || t('policy.none');
    }
    return JSON.stringify(value);
  };

  return { nameOf, scopeOf, valueOf };
}
