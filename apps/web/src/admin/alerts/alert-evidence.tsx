import type { AlertView } from '@tongyun/contracts';
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTimeSeconds } from '../../i18n/time.js';
import { useLanguage } from '../../i18n/use-language.js';
import { AlertDeliveries } from '../../ui/alert-deliveries.js';
import { useRuleWords } from './use-rule-words.js';

/** What the alert stands on. */
export function AlertEvidence({ alert }: { readonly alert: AlertView }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const ruleWords = useRuleWords();
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        {
          key: 'reasons',
          label: t('alert.reasons'),
          children: alert.reasons
            .map(({ sentence }) => sentence[language])
            .join(shared('mark.semicolon')),
        },
        {
          key: 'mute',
          label: t('alert.mute'),
          children:
            alert.mute &&
            t('alert.muted', {
              ground: t(`alert.grounds.${alert.mute.ground}`),
              reason: alert.mute.reason,
            }),
        },
        { key: 'driver', label: t('alert.driver'), children: alert.driverName },
        {
          key: 'evidence',
          label: t('alert.evidence'),
          children: alert.evidence
            .map(
              ({ at, lng, lat }) =>
                `${formatTimeSeconds(at)} (${lng.toFixed(5)}, ${lat.toFixed(5)})`,
            )
            .join(' → '),
        },
        {
          key: 'told',
          label: shared('telling.told'),
          children: <AlertDeliveries alertId={alert.id} summary={t('alert.showTold')} />,
        },
        {
          key: 'rule',
          label: t('alert.rule'),
          children: ruleWords(alert.ruleVersion),
        },
      ].map((item) => ({ ...item, children: item.children || shared('state.none') }))}
    />
  );
}
