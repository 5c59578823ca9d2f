import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { isShort, type PlantCapacity } from './capacity-bars.js';
import { PlantHours } from './plant-hours.js';

/** One plant: what is asked of it, and in words when it is short. */
export function PlantChart({ plant }: { readonly plant: PlantCapacity }) {
  const { t } = useTranslation('plan');
  const short = plant.hours.filter((hour) => isShort(hour).lines || isShort(hour).trucks);
  const demandM3 = plant.hours.reduce((sum, hour) => sum + hour.demandM3, 0);
  const willCallM3 = plant.hours.reduce((sum, hour) => sum + hour.willCallM3, 0);
  const isAsked = demandM3 + willCallM3 > 0;
  return (
    <article className="plan-plant" data-testid="plant-capacity" data-plant-id={plant.plantId}>
      <header className="plan-panel-head">
        <h2>{plant.plantName}</h2>
        <span className="gantt-sub">
          {t('capacity.total', { demand: formatM3(demandM3), willCall: formatM3(willCallM3) })}
        </span>
        {!isAsked && <Tag>{t('capacity.idle')}</Tag>}
        {isAsked && short.length === 0 && <Tag color="green">{t('capacity.enough')}</Tag>}
        {short.length > 0 && (
          <Tag color="red" data-testid="capacity-short">
            {t('capacity.short', {
              hours: short.map(({ hourAt }) => formatTime(hourAt)).join(t('list.comma')),
            })}
          </Tag>
        )}
      </header>
      {isAsked && <PlantHours hours={plant.hours} most={plant} />}
    </article>
  );
}
