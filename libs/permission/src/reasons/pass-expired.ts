import type { ReasonRule } from '../judged-case.js';
import { passFindings } from '../pass-finding.js';
import { localText, vehicleWords } from '../wording.js';

/** What follows on the end of the pass while it carries a grace. */
const GRACE_WORDS = {
  leave_by: {
    'zh-CN': (until: string) => `，须于 ${until} 前驶离`,
    en: (until: string) => `; the vehicle may leave until ${until}`,
  },
  renewal_under_review: {
    'zh-CN': (until: string) => `，续办审核中，可用至 ${until}`,
    en: (until: string) => `; its renewal is under review and it counts until ${until}`,
  },
} as const;

/** The pass has ended, before the interval or within it; a notice while it carries a grace. */
export const judgePassExpiry: ReasonRule = (judged) => {
  const { vehicle, timeZone } = judged.facts;
  const name = vehicleWords(vehicle);
  return passFindings(judged, 'pass_expired', ({ zone, pass, grace }) => {
    const endedAt = pass ? localText(pass.validTo, timeZone) : '';
    const words = grace && GRACE_WORDS[grace];
    const graceTo = grace === 'leave_by' ? pass?.leaveBy : pass?.toleratedTo;
    const until = graceTo ? localText(graceTo, timeZone) : '';
    return {
      'zh-CN': `${name['zh-CN']}在“${zone.name}”的通行证 ${pass?.passNo} 有效期至 ${endedAt}${words?.['zh-CN'](until) ?? ''}`,
      en: `Road pass ${pass?.passNo} of ${name.en} for “${zone.name}” was valid until ${endedAt}${words?.en(until) ?? ''}`,
    };
  });
};
