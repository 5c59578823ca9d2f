import type { ReasonRule } from '../judged-case.js';
import { emissionClassInEnglish, vehicleWords } from '../wording.js';

/**
 * The vehicle's emission class is barred from a zone that binds it: no pass lifts that. A class that
 * nobody has entered is held against nobody.
 */
export const judgeEmissionClass: ReasonRule = ({ facts: { vehicle }, holds }) => {
  const { emissionClass } = vehicle;
  if (emissionClass === null) return [];
  const name = vehicleWords(vehicle);
  return holds
    .filter(({ zone }) => zone.barredEmissionClasses.includes(emissionClass))
    .map(({ zone, during }) => ({
      code: 'emission_class',
      effect: 'forbids_road',
      sentence: {
        'zh-CN': `${name['zh-CN']}排放标准为${emissionClass}，“${zone.name}”禁止驶入`,
        en: `${name.en} is of emission class ${emissionClassInEnglish(emissionClass)}, which is barred from “${zone.name}”`,
      },
      compared: {
        plateNo: vehicle.plateNo,
        emissionClass,
        barredEmissionClasses: [...zone.barredEmissionClasses],
        zoneId: zone.zoneId,
        zoneVersion: zone.version,
        zoneName: zone.name,
      },
      overridableBy: [],
      during,
    }));
};
