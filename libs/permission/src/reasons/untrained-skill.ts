import type { ReasonRule } from '../judged-case.js';
import { untrainedFindings } from '../training-gaps.js';

/** The driver has never passed the skill training (R5). */
export const judgeSkillTraining: ReasonRule = (judged) =>
  untrainedFindings(judged, 'skill', 'untrained_skill');
