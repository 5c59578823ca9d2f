import type { ReasonRule } from '../judged-case.js';
import { maySupply, type PlantLicence } from '../plant-licence.js';

const WORDS: Readonly<Record<PlantLicence, { readonly 'zh-CN': string; readonly en: string }>> = {
  licensed: { 'zh-CN': '已许可', en: 'licensed' },
  unlicensed: { 'zh-CN': '未取得许可', en: 'not licensed' },
  suspended: { 'zh-CN': '许可已暂停', en: 'suspended' },
  closed: { 'zh-CN': '已关停', en: 'closed' },
};

/**
 * The plant may not supply (R41): nothing leaves it, whichever vehicle would carry it. Nobody overrides
 * that, as who could decides on the licence.
 */
export const judgePlantLicence: ReasonRule = ({ facts: { work }, window }) => {
  const plant = work?.plant;
  if (!plant || maySupply(plant.licence)) return [];
  const words = WORDS[plant.licence];
  return [
    {
      code: 'plant_not_licensed',
      effect: 'forbids_work',
      sentence: {
        'zh-CN': `${plant.name}${words['zh-CN']}，不得供应`,
        en: `${plant.name} is ${words.en} and may not supply`,
      },
      compared: { plantName: plant.name, licenceState: plant.licence },
      overridableBy: [],
      during: [window],
    },
  ];
};
