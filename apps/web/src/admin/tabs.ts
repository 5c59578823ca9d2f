import type { ComponentType } from 'react';
import { AgencyKeysTab } from './agency-keys/agency-keys-tab.js';
import { AlertsTab } from './alerts/alerts-tab.js';
import { ApplicationsTab } from './applications/applications-tab.js';
import { AuditTab } from './audit/audit-tab.js';
import { CreditTab } from './credit/credit-tab.js';
import { DistrictsTab } from './districts/districts-tab.js';
import { FindingsTab } from './findings/findings-tab.js';
import { ImportsTab } from './imports/imports-tab.js';
import { InspectionsTab } from './inspections/inspections-tab.js';
import { LedgerTab } from './ledger/ledger-tab.js';
import { OutcomesTab } from './outcomes/outcomes-tab.js';
import { PassKeysTab } from './pass-keys/pass-keys-tab.js';
import { PassesTab } from './passes/passes-tab.js';
import { PhonesTab } from './phones/phones-tab.js';
import { PlantsTab } from './plants/plants-tab.js';
import { PoliciesTab } from './policies/policies-tab.js';
import { RegistrationsTab } from './registrations/registrations-tab.js';
import { TerminalRegistrationsTab } from './registrations/terminal-registrations-tab.js';
import { SessionsTab } from './sessions/sessions-tab.js';
import { SightingsTab } from './sightings/sightings-tab.js';
import { TerminalsTab } from './terminals/terminals-tab.js';
import type { adminZhCN } from './texts/zh-CN.js';
import { TrainingsTab } from './trainings/trainings-tab.js';
import { TransfersTab } from './transfers/transfers-tab.js';
import { UsersTab } from './users/users-tab.js';
import { ZonesTab } from './zones/zones-tab.js';

export interface AdminTab {
  readonly path: keyof (typeof adminZhCN)['tab'];
  /** Permission of the accounts table without which the tab is not there. */
  readonly needs: string;
  readonly Page: ComponentType;
}

export const ADMIN_TABS: readonly AdminTab[] = [
  { path: 'registrations', needs: 'registrations.read', Page: RegistrationsTab },
  {
    path: 'terminalRegistrations',
    needs: 'registrations.read',
    Page: TerminalRegistrationsTab,
  },
  { path: 'transfers', needs: 'transfers.read', Page: TransfersTab },
  { path: 'applications', needs: 'applications.read', Page: ApplicationsTab },
  { path: 'passes', needs: 'passes.read', Page: PassesTab },
  { path: 'sessions', needs: 'trainings.read', Page: SessionsTab },
  { path: 'trainings', needs: 'trainings.read', Page: TrainingsTab },
  { path: 'terminals', needs: 'terminals.read', Page: TerminalsTab },
  { path: 'phones', needs: 'phone_keys.issue', Page: PhonesTab },
  { path: 'agencyKeys', needs: 'agency_keys.manage', Page: AgencyKeysTab },
  { path: 'passKeys', needs: 'pass_keys.change', Page: PassKeysTab },
  { path: 'alerts', needs: 'alerts.read', Page: AlertsTab },
  { path: 'sightings', needs: 'sightings.read', Page: SightingsTab },
  { path: 'outcomes', needs: 'outcomes.read', Page: OutcomesTab },
  { path: 'findings', needs: 'findings.read', Page: FindingsTab },
  { path: 'plants', needs: 'fleet.read', Page: PlantsTab },
  { path: 'credit', needs: 'credit.read', Page: CreditTab },
  { path: 'inspections', needs: 'inspections.read', Page: InspectionsTab },
  { path: 'ledger', needs: 'ledger.read', Page: LedgerTab },
  { path: 'zones', needs: 'zones.read', Page: ZonesTab },
  { path: 'districts', needs: 'fleet.read', Page: DistrictsTab },
  { path: 'imports', needs: 'imports.take', Page: ImportsTab },
  { path: 'policies', needs: 'policies.set', Page: PoliciesTab },
  { path: 'users', needs: 'users.manage', Page: UsersTab },
  { path: 'audit', needs: 'audit.read', Page: AuditTab },
];
