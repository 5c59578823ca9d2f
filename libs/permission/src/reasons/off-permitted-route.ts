import type { ReasonRule } from '../judged-case.js';
import { passFindings } from '../pass-finding.js';
import { vehicleWords } from '../wording.js';

/** The pass names the zone and is valid, but prescribes other roads than where the vehicle is. */
export const judgePassRoute: ReasonRule = (judged) => {
  const name = vehicleWords(judged.facts.vehicle);
  return passFindings(judged, 'off_permitted_route', ({ pass, offRoute }) => {
    const off = Math.round(offRoute?.distanceM ?? 0);
    const route = offRoute?.route.name ?? '';
    return {
      'zh-CN': `${name['zh-CN']}的通行证 ${pass?.passNo} 限行规定路线，距“${route}”${off} 米`,
      en: `Road pass ${pass?.passNo} of ${name.en} prescribes its route; “${route}” is ${off} m away`,
    };
  });
};
