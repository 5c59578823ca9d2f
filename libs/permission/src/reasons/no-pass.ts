import type { ReasonRule } from '../judged-case.js';
import { passFindings } from '../pass-finding.js';
import { vehicleWords } from '../wording.js';

/** The vehicle is in a zone that demands a pass, and no pass of any use exists. */
export const judgeMissingPass: ReasonRule = (judged) => {
  const name = vehicleWords(judged.facts.vehicle);
  return passFindings(judged, 'no_pass', ({ zone }) => ({
    'zh-CN': `${name['zh-CN']}没有“${zone.name}”的有效通行证`,
    en: `${name.en} has no road pass in force for “${zone.name}”`,
  }));
};
