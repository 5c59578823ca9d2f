import type { CallInRow } from '@tongyun/contracts';
import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { isRefused } from './is-refused.js';

/** Whether he may work over the whole of his duty; if not: why, and who could instead. */
export function CallInVerdict({ row }: { readonly row: CallInRow }) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  if (!isRefused(row)) return <Tag color="green">{t('callIn.may')}</Tag>;
  return (
    <Flex gap={4} align="baseline">
      <Tag color="red" data-testid="call-in-refused">
        {t('callIn.refused')}
      </Tag>
      <div>
        {row.reasons.map(({ code, sentence }) => (
          <div key={`${code} ${sentence.en}`}>{sentence[language]}</div>
        ))}
        <b>
          <Replacement of={row.replacement} />
        </b>
      </div>
    </Flex>
  );
}

function Replacement({ of }: { readonly of: CallInRow['replacement'] }) {
  const { t } = useTranslation('plan');
  if (of === null) return t('callIn.nobody');
  const { driverName: name, vehicle } = of;
  if (vehicle === undefined) return t('callIn.replacement', { name });
  return t('callIn.replacementVehicle', { name, truck: vehicle.plateNo ?? vehicle.fleetNo ?? '' });
}
