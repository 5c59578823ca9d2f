import type { ReasonRule } from '../judged-case.js';
import { passFindings } from '../pass-finding.js';
import { vehicleWords } from '../wording.js';

/** The vehicle has a valid pass, but for other zones. */
export const judgePassZone: ReasonRule = (judged) => {
  const name = vehicleWords(judged.facts.vehicle);
  return passFindings(judged, 'outside_pass_zone', ({ zone, pass }) => ({
    'zh-CN': `${name['zh-CN']}的通行证 ${pass?.passNo} 不含“${zone.name}”`,
    en: `Road pass ${pass?.passNo} of ${name.en} does not include “${zone.name}”`,
  }));
};
