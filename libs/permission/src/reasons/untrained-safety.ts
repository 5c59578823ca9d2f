import type { ReasonRule } from '../judged-case.js';
import { untrainedFindings } from '../training-gaps.js';

/** The driver has never passed the safety training (R5). */
export const judgeSafetyTraining: ReasonRule = (judged) =>
  untrainedFindings(judged, 'safety', 'untrained_safety');
