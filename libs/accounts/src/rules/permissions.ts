import { type Role, ROLES } from '@tongyun/kernel';

const STAFF = ROLES.filter((role) => role !== 'driver');
const REGISTRATION_READERS = [
  'concrete_admin',
  'district_bureau',
  'police',
  'enterprise_manager',
  'dispatcher',
  'auditor',
  'commission',
] as const;
const ORDER_READERS = [
  'dispatcher',
  'plant_desk',
  'enterprise_manager',
  'concrete_admin',
  'commission',
  'auditor',
] as const;

const CREDIT_READERS = [
  'enterprise_manager',
  'concrete_admin',
  'district_bureau',
  'commission',
  'auditor',
] as const;

/** Which roles may do what. A route or socket command names the permission it needs. */
export const PERMISSIONS = {
  'account.own': ROLES,
  'users.manage': ['system_admin'],
  'devices.issue': ['dispatcher', 'enterprise_manager'],

  /** Keys of the agencies' own systems, which ask for their officers. */
  'agency_keys.manage': ['concrete_admin', 'system_admin'],
  'phone_keys.issue': ['dispatcher', 'enterprise_manager', 'concrete_admin', 'system_admin'],

  'policies.read': STAFF,
  'policies.set': ['concrete_admin', 'system_admin'],

  'fleet.read': STAFF,
  'enterprises.manage': ['concrete_admin', 'system_admin'],
  'plants.manage': ['concrete_admin'],
  'plant_ranges.set': ['concrete_admin'],
  'districts.decide': ['concrete_admin'],
  'vehicles.manage': ['concrete_admin', 'enterprise_manager', 'dispatcher'],
  'drivers.read': [
    'dispatcher',
    'plant_desk',
    'enterprise_manager',
    'concrete_admin',
    'district_bureau',
    'commission',
    'auditor',
  ],
  'transfers.read': [
    'enterprise_manager',
    'concrete_admin',
    'district_bureau',
    'commission',
    'auditor',
  ],
  'transfers.ask': ['enterprise_manager'],
  'transfers.step': ['enterprise_manager', 'concrete_admin', 'district_bureau'],
  /** Trucks that enterprises lend each other. */
  'loans.read': ['dispatcher', 'enterprise_manager', 'concrete_admin', 'auditor'],
  'loans.write': ['dispatcher'],
  'drivers.manage': ['concrete_admin', 'enterprise_manager', 'dispatcher'],
  /** What a driver who was examined is to be called. */
  'driver_names.ask': ['enterprise_manager', 'dispatcher'],
  'driver_names.step': ['enterprise_manager', 'dispatcher', 'concrete_admin'],
  'terminals.read': ['concrete_admin', 'system_admin', 'fitter', 'enterprise_manager'],
  'terminals.bind': ['concrete_admin', 'system_admin', 'fitter'],
  'terminals.block': ['concrete_admin', 'system_admin'],
  'terminals.log': ['concrete_admin', 'system_admin'],
  'terminals.fit': ['concrete_admin', 'system_admin', 'fitter'],
  'terminals.order': ['concrete_admin', 'system_admin', 'fitter'],
  /** Restarts, resets and upgrades: what may cut a terminal off. */
  'terminals.control': ['concrete_admin', 'system_admin'],

  /** Files of rows; which kinds of row follows from what may be entered by hand. */
  'imports.take': [
    'concrete_admin',
    'system_admin',
    'police',
    'fitter',
    'enterprise_manager',
    'dispatcher',
  ],

  'registrations.read': REGISTRATION_READERS,
  'registrations.decide': ['concrete_admin', 'district_bureau'],
  'registrations.submit': ['enterprise_manager'],
  /** Papers of what somebody may see; a driver's to fewer. */
  'documents.read': REGISTRATION_READERS,
  'documents.attach': ['enterprise_manager', 'concrete_admin'],
  'passes.read': REGISTRATION_READERS,
  'passes.issue': ['concrete_admin', 'police'],
  'passes.decide': ['concrete_admin', 'police'],
  'applications.read': REGISTRATION_READERS,
  'applications.apply': ['enterprise_manager'],
  'applications.decide': ['concrete_admin', 'district_bureau', 'police'],
  /** Makes and withdraws the keys that codes on passes are signed with. */
  'pass_keys.change': ['system_admin'],
  'trainings.read': [
    'concrete_admin',
    'police',
    'association',
    'enterprise_manager',
    'dispatcher',
    'auditor',
  ],
  'trainings.record': ['concrete_admin', 'association'],
  'trainings.enrol': ['enterprise_manager', 'dispatcher'],
  'zones.read': ROLES,
  'zones.draw': ['concrete_admin'],

  'sites.read': ORDER_READERS,
  'sites.manage': ['dispatcher', 'enterprise_manager'],
  'orders.read': ORDER_READERS,
  'orders.write': ['dispatcher'],
  'joint_supply.read': ['dispatcher', 'enterprise_manager', 'concrete_admin', 'auditor'],
  'joint_supply.write': ['dispatcher'],
  'assignments.write': ['dispatcher'],
  'trips.read': ORDER_READERS,
  'trips.record_stage': ['dispatcher', 'plant_desk'],
  /** Concrete that goes elsewhere than ordered; the administration may allow what lies out of range. */
  'trips.divert': ['dispatcher', 'concrete_admin'],
  'batches.record': ['plant_desk', 'dispatcher'],
  'batches.settle': ['plant_desk', 'dispatcher'],
  'weights.record': ['plant_desk', 'dispatcher'],
  'ex_works_tests.record': ['plant_desk', 'dispatcher'],
  /** Not for those who see phone numbers masked: a ticket is shown as it was printed. */
  'tickets.read': ['dispatcher', 'plant_desk', 'enterprise_manager', 'concrete_admin'],
  'tickets.issue': ['plant_desk', 'dispatcher'],
  'laboratory.read': [
    'dispatcher',
    'plant_desk',
    'enterprise_manager',
    'concrete_admin',
    'district_bureau',
    'commission',
    'auditor',
  ],
  'laboratory.record': ['plant_desk', 'enterprise_manager'],
  'acceptances.record': ['plant_desk', 'dispatcher'],
  'queue.read': ['plant_desk', 'dispatcher', 'enterprise_manager'],
  'queue.call': ['plant_desk', 'dispatcher'],
  'driver.day': ['driver'],
  'driver.claim': ['driver'],
  'driver.alerts': ['driver'],
  'driver.own_data': ['driver'],

  'positions.report': ['driver'],
  'map.read': [
    'dispatcher',
    'plant_desk',
    'enterprise_manager',
    'concrete_admin',
    'district_bureau',
    'commission',
    'auditor',
  ],
  'tracks.read': ['dispatcher', 'enterprise_manager', 'concrete_admin', 'auditor'],

  'alerts.read': [
    'dispatcher',
    'plant_desk',
    'enterprise_manager',
    'concrete_admin',
    'district_bureau',
    'police',
    'commission',
    'auditor',
  ],
  'alerts.decide': ['dispatcher', 'enterprise_manager', 'concrete_admin'],
  'alerts.mute': ['concrete_admin'],
  'webhooks.manage': ['concrete_admin', 'system_admin', 'enterprise_manager'],

  'roadside.ask': ['police'],
  /** What was done after the answer: a vehicle that is held is told to its enterprise. */
  'outcomes.record': ['police'],
  /** Name and number of who drives, behind a stated purpose. */
  'drivers.disclose': ['police'],
  'outcomes.read': [
    'police',
    'concrete_admin',
    'district_bureau',
    'commission',
    'auditor',
    'enterprise_manager',
    'dispatcher',
  ],
  /** What officers found on vehicles, and what the enterprises answer. */
  'findings.read': [
    'police',
    'concrete_admin',
    'district_bureau',
    'commission',
    'auditor',
    'enterprise_manager',
  ],
  'findings.raise': ['police'],
  'findings.attach': ['police', 'enterprise_manager'],
  'findings.answer': ['enterprise_manager'],
  'findings.settle': ['police', 'concrete_admin'],
  /** Figures of whole enterprises and districts, and who could help where. */
  'city.read': ['concrete_admin', 'district_bureau', 'commission', 'auditor'],
  'trips.read_declared': [
    'dispatcher',
    'enterprise_manager',
    'concrete_admin',
    'district_bureau',
    'commission',
    'auditor',
  ],
  'trips.declare': ['dispatcher', 'enterprise_manager'],
  'sightings.report': ['police'],
  'sightings.read': ['police', 'concrete_admin', 'commission', 'auditor'],
  'candidates.read': ['dispatcher'],
  'dispatch.read_plan': ['dispatcher', 'enterprise_manager'],
  'dispatch.plan': ['dispatcher'],
  /** When an own plant loads. */
  'plant_hours.set': ['dispatcher', 'enterprise_manager'],
  /** How long things really take, and plans against what became of them. */
  'durations.read': ['dispatcher', 'enterprise_manager', 'concrete_admin', 'auditor'],
  'durations.decide': ['dispatcher', 'enterprise_manager'],
  'credit.read': CREDIT_READERS,
  'credit.self_evaluate': ['enterprise_manager'],
  'credit.appeal': ['enterprise_manager'],
  'credit.decide': ['concrete_admin'],
  /** The association reads the briefings alone, which it writes too. */
  'ledger.read': [...CREDIT_READERS, 'association'],
  'ledger.write': ['enterprise_manager', 'concrete_admin', 'district_bureau', 'association'],
  /** Not the enterprise's: it is not told who will look at it, and when. */
  'inspections.read': ['concrete_admin', 'district_bureau', 'commission', 'auditor'],
  'inspections.order': ['concrete_admin', 'district_bureau'],
  'rectifications.read': CREDIT_READERS,
  'rectifications.order': ['concrete_admin', 'district_bureau'],
  'rectifications.answer': ['enterprise_manager'],
  'audit.read': ['auditor', 'commission', 'concrete_admin', 'system_admin'],
  'audit.verify': ['auditor', 'concrete_admin', 'system_admin'],
  'live.watch': ROLES.filter((role) => role !== 'association'),
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether one of these roles holds the permission. */
export const mayDo = (roles: readonly Role[], permission: Permission): boolean => {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
};

/** Every permission that these roles hold together, in the table's order. */
export const permissionsOf = (roles: readonly Role[]): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => mayDo(roles, permission));
