import { Button, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';
import { PolicyDecider } from './policy-decider.js';
import { PolicySource } from './policy-source.js';
import { PolicyValue } from './policy-value.js';
import type { PresentPolicy } from './present-policies.js';
import { usePolicyWords } from './use-policy-words.js';

export function usePolicyColumns(
  onChange: (policy: PresentPolicy) => void,
): TableColumnsType<PresentPolicy> {
  const { t } = useTranslation('admin');
  const { nameOf, scopeOf, valueOf } = usePolicyWords();
  return [
    {
      title: t('policy.name'),
      key: 'name',
      render: (_, { key, scope }) => (
        <>
          {nameOf(key)} <span className="admin-quiet">{scopeOf(scope)}</span>
          <div className="admin-quiet">
            <code>{key}</code>
          </div>
        </>
      ),
    },
    {
      title: t('policy.value'),
      key: 'value',
      render: (_, { key, present, coming }) => (
        <>
          <PolicyValue policyKey={key} value={present.value} />
          {coming
            .filter((decision) => decision !== present)
            .map(({ version, value, effectiveFrom }) => (
              <div key={version} className="admin-quiet">
                {t('policy.coming', {
                  time: formatDateTime(effectiveFrom),
                  value: valueOf(key, value),
                })}
              </div>
            ))}
        </>
      ),
    },
    {
      title: t('policy.since'),
      key: 'since',
      className: 'admin-line',
      render: (_, { present: { version, effectiveFrom } }) =>
        version === 0 ? t('policy.everSince') : formatDateTime(effectiveFrom),
    },
    {
      title: t('policy.decidedBy'),
      key: 'decidedBy',
      className: 'admin-line',
      render: (_, { present }) => <PolicyDecider decidedBy={present.decidedBy} />,
    },
    {
      title: t('policy.source'),
      key: 'source',
      render: (_, { present }) => <PolicySource policy={present} />,
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, policy) => (
        <Button data-testid="change-policy" onClick={() => onChange(policy)}>
          {t('policy.change')}
        </Button>
      ),
    },
  ];
}
