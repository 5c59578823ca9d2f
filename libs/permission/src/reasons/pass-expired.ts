import type { ReasonRule } from '../judged-case.js';
import { passFindings } from '../pass-finding.js';
import { localText, vehicleWords } from '../wording.js';

/** The pass has ended, before the interval or within it. */
export const judgePassExpiry: ReasonRule = (judged) => {
  const { vehicle, timeZone } = judged.facts;
  const name = vehicleWords(vehicle);
  return passFindings(judged, 'pass_expired', ({ zone, pass }) => {
    const endedAt = pass ? localText(pass.validTo, timeZone) : '';
    return {
      'zh-CN': `${name['zh-CN']}在“${zone.name}”的通行证 ${pass?.passNo} 有效期至 ${endedAt}`,
      en: `Road pass ${pass?.passNo} of ${name.en} for “${zone.name}” was valid until ${endedAt}`,
    };
  });
};
