import type { ReasonRule } from '../judged-case.js';
import { passFindings } from '../pass-finding.js';
import { vehicleWords } from '../wording.js';

/** The pass that would have covered the stay is suspended. */
export const judgePassSuspension: ReasonRule = (judged) => {
  const name = vehicleWords(judged.facts.vehicle);
  return passFindings(judged, 'pass_suspended', ({ zone, pass }) => ({
    'zh-CN': `${name['zh-CN']}在“${zone.name}”的通行证 ${pass?.passNo} 已被暂扣`,
    en: `Road pass ${pass?.passNo} of ${name.en} for “${zone.name}” is suspended`,
  }));
};
