import type { ReasonRule } from '../judged-case.js';
import { passFindings } from '../pass-finding.js';
import { hoursWords, localText, vehicleWords } from '../wording.js';

/** The pass names the zone and is valid, but not at these hours. */
export const judgePassHours: ReasonRule = (judged) => {
  const { vehicle, timeZone } = judged.facts;
  const name = vehicleWords(vehicle);
  return passFindings(judged, 'outside_pass_hours', ({ zone, pass, during }) => {
    const hours = hoursWords(pass?.hours ?? []);
    const since = during[0] ? localText(during[0].from, timeZone) : '';
    return {
      'zh-CN': `${name['zh-CN']}在“${zone.name}”的通行时段为${hours['zh-CN']}，${since} 起不在时段内`,
      en: `${name.en} may drive in “${zone.name}” at these hours: ${hours.en}; ${since} is outside of them`,
    };
  });
};
