export {
  type AccessScope,
  maySeeEnterprise,
  type Role,
  ROLES,
  SYSTEM_SCOPE,
} from './access-scope.js';
export { type Clock, CLOCK, systemClock } from './clock.js';
export { DomainError } from './domain-error.js';
export { groupBy } from './group-by.js';
export { clockText, hoursInWords, weekdayNames } from './hours-words.js';
export * from './ids.js';
export { KeptAnswers } from './kept-answers.js';
export { type LocalTime, localTimeOf, operatingDayOf } from './local-time.js';
export { maskName } from './masked-name.js';
export { between, pick, type Random, seededRandom } from './random.js';
export { addMinutes, addSeconds, type Interval, minutesBetween, secondsBetween } from './time.js';
