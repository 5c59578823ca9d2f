import type { Reason } from '@tongyun/permission';
import { judgeRoadside, type RoadsideCase } from './roadside-verdict.js';

const aReason = (code: Reason['code'], effect: Reason['effect'] = 'forbids_road'): Reason => ({
  code,
  effect,
  sentence: { 'zh-CN': code, en: code },
  compared: {},
  policyVersion: 'test',
  overridableBy: [],
});
const noPass = aReason('no_pass');
const unregistered = aReason('not_registered');
const suspended = aReason('registration_suspended');
const untrained = aReason('untrained_skill', 'forbids_work');
const unregisteredOutside = aReason('not_registered', 'forbids_work');

const aCase = (over: Partial<RoadsideCase>): RoadsideCase => ({
  vehicle: 'known',
  registrationState: 'registered',
  isPlaceKnown: true,
  atLeast: [],
  atMost: [],
  ...over,
});
/** The same reasons whichever zones cover the place. */
const surely = (...reasons: Reason[]) => ({ atLeast: reasons, atMost: reasons });

describe('judgeRoadside', () => {
  it.each([
    { verdict: 'may_pass', over: surely(), why: 'nothing stands against it' },
    { verdict: 'may_pass', over: surely(untrained), why: 'that is no traffic matter' },
    { verdict: 'may_not_pass', over: surely(noPass, untrained), why: 'no pass in a zone' },
    { verdict: 'not_registered', over: surely(unregistered, noPass), why: 'the graver word' },
    {
      verdict: 'may_pass',
      over: { ...surely(unregisteredOutside), registrationState: null },
      why: 'outside every zone it is no road matter',
    },
    {
      verdict: 'not_registered',
      over: { vehicle: 'unknown', registrationState: null, ...surely(unregisteredOutside) },
      why: 'nobody has entered it',
    },
    {
      verdict: 'cannot_verify',
      over: { vehicle: 'ambiguous', ...surely(noPass) },
      why: 'two colours carry that plate',
    },
    { verdict: 'near_border', over: { atMost: [noPass] }, why: 'the border decides' },
    {
      verdict: 'near_border',
      over: { atLeast: [noPass], atMost: [unregistered] },
      why: 'the border decides which',
    },
    {
      verdict: 'may_not_pass',
      over: { atLeast: [noPass], atMost: [noPass, aReason('pass_expired')] },
      why: 'the border makes no difference',
    },
    {
      verdict: 'cannot_verify',
      over: { isPlaceKnown: false, atMost: [noPass] },
      why: 'it depends on a place that nobody knows',
    },
    {
      verdict: 'not_registered',
      over: { isPlaceKnown: false, registrationState: null, atMost: [unregistered] },
      why: 'that is so wherever it is',
    },
    {
      verdict: 'cannot_verify',
      over: { isPlaceKnown: false, registrationState: 'suspended', atMost: [suspended] },
      why: 'it is registered, though suspended',
    },
    {
      verdict: 'may_not_pass',
      over: { registrationState: 'suspended', ...surely(suspended) },
      why: 'suspended, and in a zone',
    },
    {
      verdict: 'may_pass',
      over: { isPlaceKnown: false, ...surely() },
      why: 'it may be anywhere',
    },
    {
      verdict: 'may_not_pass',
      over: { isPlaceKnown: false, ...surely(aReason('overload')) },
      why: 'it may be nowhere',
    },
  ] as const)('says $verdict ($why)', ({ verdict, over }) => {
    expect(judgeRoadside(aCase(over as Partial<RoadsideCase>))).toBe(verdict);
  });
});
