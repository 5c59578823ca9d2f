import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { isShort, type PlantCapacity, trucksOf } from './capacity-bars.js';
import { HourBars } from './hour-bars.js';

export interface PlantHoursProps {
  readonly hours: PlantCapacity['hours'];
  /** What reaches the top of each chart. */
  readonly most: Pick<PlantCapacity, 'mostM3' | 'mostTrucks'>;
}

/** A plant's hours: m³ above, trucks below. */
export function PlantHours({ hours, most }: PlantHoursProps) {
  const { t } = useTranslation('plan');
  return (
    <>
      <HourBars
        title={t('capacity.m3')}
        most={most.mostM3}
        hours={hours.map((hour) => ({
          at: hour.hourAt,
          value: hour.demandM3,
          extra: hour.willCallM3,
          limit: hour.lineCapacityM3,
          isShort: isShort(hour).lines,
          words: t('capacity.hourM3', {
            at: formatTime(hour.hourAt),
            demand: formatM3(hour.demandM3),
            willCall: formatM3(hour.willCallM3),
            limit: formatM3(hour.lineCapacityM3),
          }),
        }))}
      />
      <HourBars
        title={t('capacity.trucks')}
        most={most.mostTrucks}
        hours={hours.map((hour) => ({
          at: hour.hourAt,
          value: hour.trucksNeeded,
          extra: 0,
          limit: trucksOf(hour),
          isShort: isShort(hour).trucks,
          words: t('capacity.hourTrucks', {
            at: formatTime(hour.hourAt),
            needed: hour.trucksNeeded.toFixed(1),
            own: hour.trucksOwn,
            hired: hour.trucksHired,
            loaned: hour.trucksLoaned,
          }),
        }))}
      />
    </>
  );
}
