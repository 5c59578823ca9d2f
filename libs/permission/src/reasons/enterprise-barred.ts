import type { ReasonRule } from '../judged-case.js';

/** The enterprise may not take new work (R30, R31); the administration may let a job through. */
export const judgeEnterpriseStanding: ReasonRule = ({ facts: { work }, window }) => {
  if (!work?.isEnterpriseBarred) return [];
  return [
    {
      code: 'enterprise_barred',
      effect: 'forbids_work',
      sentence: {
        'zh-CN': '该企业已被限制承接业务',
        en: 'The enterprise is barred from taking work',
      },
      compared: { enterpriseId: work.enterpriseId },
      overridableBy: ['concrete_admin'],
      during: [window],
    },
  ];
};
