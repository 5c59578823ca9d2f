import type { Language } from '../i18n/language.js';
import type { SameKeys } from '../i18n/same-keys.js';
import { en } from '../i18n/texts/en.js';
import { sharedZhCN } from '../i18n/texts/zh-CN.js';

type Texts = SameKeys<typeof sharedZhCN>;
type Words = Readonly<Record<string, string>>;
/** Which table has the words of a code; null: that refusal's sentence says it all. */
type Table = ((texts: Texts) => Words) | null;

export const TEXTS: Readonly<Record<Language, Texts>> = { 'zh-CN': sharedZhCN, en };

/** Whose states a refusal speaks of, by what its code begins with; the first that fits. */
const STATES: readonly (readonly [codes: string, table: Table])[] = [
  ['ALERT_', (texts) => texts.alertState],
  ['ASSIGNMENT_OVER', (texts) => texts.stateOf.assignment],
  ['DRIVER_NAME_REQUEST_', (texts) => texts.stateOf.driverName],
  ['FINDING_', (texts) => texts.stateOf.finding],
  ['FORBIDDEN', null],
  ['INSPECTION_', (texts) => texts.stateOf.inspection],
  ['JOINT_', (texts) => texts.stateOf.share],
  ['LOAN_', (texts) => texts.stateOf.loan],
  ['ORDER_', (texts) => texts.orderState],
  ['PASS_APPLICATION_', (texts) => texts.stateOf.application],
  ['PASS_', (texts) => texts.passState],
  ['PLANNING_', (texts) => texts.stateOf.planning],
  ['PLAN_OFFER_', (texts) => texts.stateOf.offer],
  ['PLATE_COLOR_', (texts) => texts.plateColor],
  ['RECTIFICATION_', (texts) => texts.stateOf.rectification],
  ['REGISTRATION_', (texts) => texts.registrationState],
  ['TRAINING_SESSION_', (texts) => texts.stateOf.session],
  ['TRANSFER_', (texts) => texts.stateOf.transfer],
  ['TRUCK_', (texts) => texts.stateOf.truck],
  ['VEHICLE_NOT_REGISTERED', (texts) => texts.registrationState],
];
const KINDS: typeof STATES = [
  ['DOCUMENT_', (texts) => texts.paperKind],
  ['DURATION_', null],
  ['FILE_', null],
  ['FORBIDDEN', null],
  ['LEDGER_', null],
  ['VEHICLE_', (texts) => texts.vehicleKind],
];
const always = (table: Table): typeof STATES => [['', table]];
const FAULTS: typeof STATES = [['PASS_', (texts) => texts.refusalDetail.periodFault]];

const TABLES: Readonly<Record<string, typeof STATES>> = {
  allowed: STATES,
  bodies: always((texts) => texts.role),
  creditGrade: always((texts) => texts.creditGrade),
  creditGradeBefore: always((texts) => texts.creditGrade),
  dueStep: always((texts) => texts.role),
  fault: FAULTS,
  from: STATES,
  job: always((texts) => texts.refusalDetail.job),
  kind: KINDS,
  kinds: KINDS,
  lacks: always((texts) => texts.refusalDetail.lacks),
  licenceState: always((texts) => texts.stateOf.licence),
  mode: always((texts) => texts.enterpriseMode),
  plateColor: always((texts) => texts.plateColor),
  possible: STATES,
  roles: always((texts) => texts.role),
  stage: always((texts) => texts.stage),
  state: STATES,
  to: STATES,
  tooMany: always((texts) => texts.refusalDetail.tooMany),
  verdict: always((texts) => texts.refusalDetail.startFault),
};

/**
 * The words for the codes that a detail of a refusal takes. Null: none are wanted; undefined: nobody has thought of
 * that refusal's codes.
 */
export function wordsOf(
  refusal: string,
  detail: string,
  language: Language,
): Words | null | undefined {
  const found = TABLES[detail]?.find(([codes]) => refusal.startsWith(codes));
  return found && (found[1]?.(TEXTS[language]) ?? null);
}
