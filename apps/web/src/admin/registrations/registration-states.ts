import type { RegistrationState } from '@tongyun/contracts';
import type { Tone } from '../../ui/state-tag.js';

/** In the order of the work: what waits for a decision first. */
export const REGISTRATION_STATES: readonly RegistrationState[] = [
  'submitted',
  'district_reviewed',
  'city_reviewed',
  'registered',
  'suspended',
  'sent_back',
  'draft',
  'cancelled',
];

export const REGISTRATION_TONES: Readonly<Record<RegistrationState, Tone>> = {
  draft: 'quiet',
  submitted: 'wait',
  district_reviewed: 'busy',
  city_reviewed: 'busy',
  registered: 'good',
  sent_back: 'wait',
  suspended: 'bad',
  cancelled: 'quiet',
};
