import type { ReasonRule } from '../judged-case.js';
import { findTrainingGaps, TRAINING_WORDS, trainingFinding } from '../training-gaps.js';

/** A training of the driver has run out, before the interval or within it; one finding a kind. */
export const judgeTrainingExpiry: ReasonRule = (judged) => {
  const { driver } = judged.facts;
  if (!driver) return [];
  return (['skill', 'safety'] as const).flatMap((kind) => {
    const { expired, expiredOn } = findTrainingGaps(judged, kind);
    if (expired.length === 0) return [];
    const words = TRAINING_WORDS[kind];
    const sentence = {
      'zh-CN': `驾驶员${driver.name}的${words['zh-CN']}有效期至 ${expiredOn}`,
      en: `The ${words.en} of driver ${driver.name} was valid through ${expiredOn}`,
    };
    return [
      trainingFinding(judged, 'training_expired', expired, sentence, {
        kind,
        expiresOn: expiredOn,
      }),
    ];
  });
};
