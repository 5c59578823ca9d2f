import type { CityQuery } from '@tongyun/contracts';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEnterprises } from '../use-city.js';

export interface PeriodBarProps {
  readonly query: CityQuery;
  readonly onChange: (query: CityQuery) => void;
}

/** Which days, which district, which enterprise. */
export function PeriodBar({ query, onChange }: PeriodBarProps) {
  const { t } = useTranslation('city');
  const { data: enterprises = [] } = useEnterprises();
  const { from, to, district, enterpriseId } = query;
  const days = { from, to };
  const districts = [...new Set(enterprises.map((one) => one.district))].toSorted();
  const within = enterprises.filter((one) => district === undefined || one.district === district);
  return (
    <div className="city-period" role="group">
      <label>
        {t('period.from')}
        <Input
          type="date"
          value={from}
          max={to}
          onChange={({ target }) => onChange({ ...query, from: target.value })}
        />
      </label>
      <label>
        {t('period.to')}
        <Input
          type="date"
          value={to}
          min={from}
          onChange={({ target }) => onChange({ ...query, to: target.value })}
        />
      </label>
      <Select
        aria-label={t('period.district')}
        value={district ?? ''}
        style={{ minWidth: 130 }}
        onChange={(chosen) => onChange({ ...days, ...(chosen !== '' && { district: chosen }) })}
        options={[
          { value: '', label: t('period.allDistricts') },
          ...districts.map((value) => ({ value, label: value })),
        ]}
      />
      <Select
        aria-label={t('period.enterprise')}
        data-testid="city-enterprise"
        value={enterpriseId ?? ''}
        style={{ minWidth: 220 }}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(chosen) =>
          onChange({
            ...days,
            ...(district !== undefined && { district }),
            ...(chosen !== '' && { enterpriseId: chosen }),
          })
        }
        options={[
          { value: '', label: t('period.allEnterprises') },
          ...within.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  );
}
