import type { SameKeys } from '../../i18n/same-keys.js';
import { agencyKeyEn } from './agency-key.en.js';
import { agreementEn } from './agreement.en.js';
import { alertEn } from './alert.en.js';
import { applicationEn } from './application.en.js';
import { attachedEn } from './attached.en.js';
import { auditEn } from './audit.en.js';
import { creditEn } from './credit.en.js';
import { districtEn } from './district.en.js';
import { driverNameEn } from './driver-name.en.js';
import { findingEn } from './finding.en.js';
import { importsEn } from './imports.en.js';
import { inspectionEn } from './inspection.en.js';
import { ledgerEn, licenceEn } from './ledger.en.js';
import { outcomeEn } from './outcome.en.js';
import { papersEn } from './papers.en.js';
import { passEn } from './pass.en.js';
import { passKeyEn } from './pass-key.en.js';
import { phoneEn } from './phone.en.js';
import { plantEn } from './plant.en.js';
import { policyEn } from './policy.en.js';
import { rectificationEn } from './rectification.en.js';
import { registrationEn } from './registration.en.js';
import { sessionEn } from './session.en.js';
import { sightingEn } from './sighting.en.js';
import { terminalEn, rawLogEn, terminalOrderEn, controlEn, parameterEn } from './terminal.en.js';
import { trainingEn } from './training.en.js';
import { transferEn } from './transfer.en.js';
import { userEn } from './user.en.js';
import { zoneEn } from './zone.en.js';
import type { adminZhCN } from './zh-CN.js';

export const adminEn: SameKeys<typeof adminZhCN> = {
  title: 'Tongyun administration',
  tab: {
    registrations: 'Registrations',
    terminalRegistrations: 'Terminal registrations',
    transfers: 'Transfers',
    applications: 'Applications',
    passes: 'Passes',
    sessions: 'Training sessions',
    trainings: 'Certificates',
    terminals: 'Terminals',
    phones: 'Phones',
    agencyKeys: 'Agency keys',
    outcomes: 'Roadside outcomes',
    passKeys: 'Signing keys',
    findings: 'Roadside findings',
    alerts: 'Alerts',
    sightings: 'Camera sightings',
    plants: 'Enterprises and plants',
    zones: 'Zones',
    districts: 'Districts',
    imports: 'Import',
    policies: 'Policies',
    users: 'Users',
    credit: 'Credit',
    inspections: 'Inspections',
    ledger: 'Safety ledger',
    audit: 'Record',
  },
  nav: 'Administration',
  embedded: {
    title: 'The data lies in the embedded database: it survives a killed process, not a power cut.',
    how: 'To run a city, give the product a PostgreSQL server: stop it, run “DATABASE_URL=postgres://… npm run move-data”, and start it with that DATABASE_URL.',
  },
  list: {
    details: 'Details',
    all: 'All',
    plate: 'Find by plate',
    dataAt: 'Data as of {{time}}',
    rows: '{{n}} shown',
    actions: 'Actions',
    more: 'Load more',
    dueSoon: 'due soon',
    overdue: 'overdue',
  },
  decision: {
    now: 'State now',
    next: 'Decision',
    reason: 'Reason',
    reasonHint: 'State the grounds, 2 characters or more; kept for good',
    reasonNeeded: 'State the reason (2 to 500 characters)',
    noteHint: 'Note (needed for a false alarm and an appeal)',
    save: 'Decide',
    saved: 'Saved',
    changed: 'Somebody has just changed it: its state is now “{{state}}”. Check, then decide.',
    none: 'Nothing can be decided in this state',
    decide: 'Decide',
    history: 'History',
    historyOf: 'Decisions on {{name}}',
    noHistory: 'No decisions yet',
    by: '{{office}} · officer {{id}}',
    mine: 'you',
    system: 'the system',
    first: 'new',
  },
  papers: papersEn,
  registration: registrationEn,
  agreement: agreementEn,
  driverName: driverNameEn,
  transfer: transferEn,
  sighting: sightingEn,
  inspection: inspectionEn,
  attached: attachedEn,
  ledger: ledgerEn,
  licence: licenceEn,
  pass: passEn,
  application: applicationEn,
  session: sessionEn,
  training: trainingEn,
  terminal: terminalEn,
  rawLog: rawLogEn,
  order: terminalOrderEn,
  control: controlEn,
  parameter: parameterEn,
  agencyKey: agencyKeyEn,
  phone: phoneEn,
  alert: alertEn,
  imports: importsEn,
  plant: plantEn,
  policy: policyEn,
  district: districtEn,
  zone: zoneEn,
  user: userEn,
  credit: creditEn,
  outcome: outcomeEn,
  passKey: passKeyEn,
  finding: findingEn,
  rectification: rectificationEn,
  audit: auditEn,
};
