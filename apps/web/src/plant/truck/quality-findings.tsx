import type { TripPapersView } from '@tongyun/contracts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** Tests beyond their limits, at plant and site, with whose word the limit is (R18). */
export function QualityFindings({ quality }: Pick<TripPapersView, 'quality'>) {
  const { t } = useTranslation('plant');
  return quality.map(({ code, where, value, limit, source, policyVersion }) => (
    <Alert
      key={`${where} ${code}`}
      type="warning"
      showIcon
      data-testid="quality-finding"
      title={`${t(`quality.where.${where}`)} ${t(`quality.${code}`, { value, limit })}`}
      description={t('quality.by', { source, version: policyVersion })}
    />
  ));
}
