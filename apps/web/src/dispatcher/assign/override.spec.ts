import type { ReasonView } from '@tongyun/contracts';
import { mayOverride } from './override.js';

const aReason = (changed: Partial<ReasonView>): ReasonView => ({
  code: 'above_drum_capacity',
  effect: 'forbids_work',
  sentence: { 'zh-CN': '超过罐体容积', en: 'Above drum capacity' },
  compared: {},
  policyVersion: '1',
  overridableBy: ['dispatcher'],
  ...changed,
});
const road = aReason({ code: 'no_pass', effect: 'forbids_road', overridableBy: [] });
const notice = aReason({ effect: 'notice', overridableBy: [] });

describe('assigning a refused candidate with a reason', () => {
  it.each([
    { reasons: [aReason({})], may: true, why: 'the one reason is the dispatcher’s to override' },
    { reasons: [aReason({}), notice], may: true, why: 'a notice forbids nothing' },
    { reasons: [aReason({}), road], may: false, why: 'nobody overrides the road' },
    {
      reasons: [aReason({ overridableBy: ['concrete_admin'] })],
      may: false,
      why: 'another’s to decide',
    },
    {
      reasons: [],
      may: false,
      why: 'it was refused for something that is no reason of permission',
    },
  ])('is offered: $may ($why)', ({ reasons, may }) => {
    expect(mayOverride({ mayAssign: false, reasons }, ['dispatcher'])).toBe(may);
  });

  it('is not asked of a candidate that may be assigned anyway', () => {
    expect(mayOverride({ mayAssign: true, reasons: [] }, ['dispatcher'])).toBe(false);
  });
});
