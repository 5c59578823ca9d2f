import { randomInt } from 'node:crypto';
import { AlertEpisodes } from '@tongyun/alerts';
import type {
  FindingView,
  JointShareView,
  LoanRequestView,
  PassApplicationResults,
  RectificationView,
  RoadsideView,
  TripPapersView,
  UseAgreementView,
  VehicleTransferView,
  ZoneView,
} from '@tongyun/contracts';
import { LoadingCallEntity } from '@tongyun/deliveries/data';
import { EnterTerminalService } from '@tongyun/fleet';
import { VehicleLoanEntity } from '@tongyun/fleet/data';
import {
  addMinutes,
  type AlertId,
  type DriverId,
  type EnterpriseId,
  localTimeOf,
  newId,
  SYSTEM_SCOPE,
  type TripId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { anAlertEpisode } from './an-alert-episode.js';
import { aMixer } from './a-mixer.js';
import { type ApiClient, sent } from './api-client.js';
import { eastOfPlant } from './concrete-works.js';
import { drawZone, EnteredWorks } from './entered-works.js';
import { startTrip } from './start-trip.js';
import { storePlan } from './store-plan.js';
import type { Side, TestServer } from './test-server.js';

const MIN_PER_DAY = 1_440;
const inDays = (days: number): Date => addMinutes(new Date(), days * MIN_PER_DAY);

/** Ids of one enterprise's rows, by the name of the field that names such a row, or the path's part before it. */
export type EnterpriseRows = Readonly<Record<string, string>>;

/** Somebody of neither side whom both may deal with: an enterprise with a plant and a vehicle. */
export interface ThirdEnterprise {
  readonly enterpriseId: string;
  readonly plantId: string;
  readonly zone: ZoneView;
  readonly sessionId: string;
}

interface HasId {
  readonly id: string;
}

/** One row at least of every kind that an endpoint's path or body may name, all of one enterprise. */
export async function enterRowsOf(
  server: TestServer,
  side: Side,
  third: ThirdEnterprise,
): Promise<EnterpriseRows> {
  const works = await EnteredWorks.enter(server, { side });
  const { enterpriseId, plantId } = works;
  const [dispatcher, manager, desk] = [
    server.as('dispatcher', side),
    server.as('enterprise_manager', side),
    server.as('plant_desk', side),
  ];
  const [administration, police] = [server.as('concrete_admin'), server.as('police')];
  const { manager: rows } = server.database.dataSource;
  const found = async (sql: string, ...values: string[]): Promise<string> => {
    const [row] = await rows.query<HasId[]>(sql, values);
    if (!row) throw new Error(`nothing there: ${sql}`);
    return row.id;
  };

  const vehicle = await works.addRegisteredMixer();
  const driver = await works.addDriver();
  const lineId = await made(administration, `plants/${plantId}/lines`, {
    name: '1号线',
    rateM3PerHour: 120,
  });
  const since = addMinutes(new Date(), -30);
  const { order, assignment, trip } = await startTrip(server, works, {
    vehicle,
    driver,
    since,
  });
  const papers = await sent<TripPapersView>(desk.post(`trips/${trip.id}/tickets`, {}));
  const pumped = await works.order(await works.addSite(), {
    isPumpNeeded: true,
    placingMethod: 'pump',
    pumpReachM: 40,
  });

  const terminal = await server.app
    .get(EnterTerminalService, { strict: false })
    .enter(SYSTEM_SCOPE, {
      phone: `1${randomInt(3_000_000_000, 3_999_999_999)}`,
      vehicleId: vehicle.id as VehicleId,
    });
  const agreement = await sent<UseAgreementView>(
    dispatcher.post(`vehicles/${vehicle.id}/use-agreements`, {
      enterpriseId: third.enterpriseId,
      kind: 'hired',
      validFrom: inDays(10),
      validTo: inDays(20),
    }),
  );
  const sold = await sent<{ plateNo: string; plateColor: string }>(
    administration.post('vehicles', aMixer({ ownerEnterpriseId: third.enterpriseId })),
  );
  const { plateNo, plateColor } = sold;
  const transfer = await sent<VehicleTransferView>(
    manager.post('vehicle-transfers', { plateNo, plateColor, reason: 'sold to us' }),
  );
  const wanted = await sent<LoanRequestView>(
    dispatcher.post('loan-requests', {
      plantId,
      vehicleCount: 1,
      fromAt: inDays(1),
      untilAt: inDays(2),
      reason: 'two trucks are down',
    }),
  );
  const loan = {
    id: newId<VehicleLoanEntity['id']>(),
    requestId: wanted.id as VehicleLoanEntity['requestId'],
    borrowerEnterpriseId: third.enterpriseId as EnterpriseId,
    lenderEnterpriseId: enterpriseId,
    vehicleId: vehicle.id as VehicleId,
    driverId: driver.id as DriverId,
    plantId,
    fromAt: inDays(1),
    untilAt: inDays(2),
    state: 'offered' as const,
    agreementId: null,
  };
  await rows.insert(VehicleLoanEntity, loan);
  const share = await sent<JointShareView>(
    dispatcher.post(`orders/${pumped.id}/joint-shares`, {
      plantId: third.plantId,
      quotaM3: 6,
      reason: 'too much for one plant',
    }),
  );
  const callId = newId<string>();
  await rows.insert(LoadingCallEntity, {
    id: callId,
    enterpriseId,
    plantId,
    lineId,
    tripId: trip.id as TripId,
    calledBy: SYSTEM_SCOPE.userId,
    calledAt: new Date(),
  });
  const pair = { vehicleId: vehicle.id, driverId: driver.id };
  const planId = await storePlan(
    rows,
    { enterpriseId, plantId, dispatcher: SYSTEM_SCOPE } as Parameters<typeof storePlan>[1],
    {
      operatingOn: order.operatingOn,
      releasedRevision: null,
      plannedAt: new Date(),
      pair,
      loadAt: new Date(),
      visit: { orderId: order.id, arriveAt: inDays(0), leaveAt: inDays(0.1) },
    },
  );

  const passId = (await works.issuePass(vehicle, third.zone)).id;
  const applied = await sent<PassApplicationResults>(
    manager.post('pass-applications', {
      vehicleIds: [vehicle.id],
      zoneIds: [third.zone.zoneId],
      period: { month: localTimeOf(new Date(), 'Asia/Shanghai').on.slice(0, 7) },
      reason: 'for the coming pours',
    }),
  );
  const asked = `roadside/vehicles/${encodeURIComponent(vehicle.plateNo!)}?purpose=patrol`;
  const { checkId } = await sent<RoadsideView>(police.get(asked));
  const finding = await sent<FindingView>(
    police.post(`roadside-checks/${checkId}/findings`, { text: 'it spilt concrete' }),
  );
  const rectification = await sent<RectificationView>(
    administration.post('rectifications', {
      enterpriseId,
      title: 'washing basin',
      demand: 'repair the basin',
      dueOn: inDays(10).toISOString().slice(0, 10),
    }),
  );
  await sent(
    manager.post(`rectifications/${rectification.id}/answers`, { answer: 'done', photoUrls: [] }),
  );
  await sent(
    dispatcher.post(`training-sessions/${third.sessionId}/enrolments`, { driverIds: [driver.id] }),
  );
  const year = String(new Date().getUTCFullYear() - 1);
  await sent(
    manager.post(`enterprises/${enterpriseId}/credit/self-evaluations`, {
      year: Number(year),
      score: 92,
      statement: 'all in order',
    }),
  );
  const alertId = await server.app.get(UnitOfWork, { strict: false }).run((tx) =>
    server.app.get(AlertEpisodes, { strict: false }).open(
      tx,
      anAlertEpisode({
        vehicleId: vehicle.id as VehicleId,
        driverId: driver.id as DriverId,
        tripId: trip.id as TripId,
        enterpriseId,
        subjectKind: 'vehicle',
        subjectId: vehicle.id,
        startedAt: new Date(),
      }),
    ),
  );
  return {
    enterpriseId,
    enterprises: enterpriseId,
    ownerEnterpriseId: enterpriseId,
    plantId,
    homePlantId: plantId,
    endPlantId: plantId,
    plants: plantId,
    lineId,
    siteId: order.siteId,
    sites: order.siteId,
    vehicleId: vehicle.id,
    vehicles: vehicle.id,
    registrations: vehicle.id,
    '{subject}': vehicle.id,
    'use-agreements': agreement.id,
    'vehicle-transfers': transfer.id,
    'driver-name-requests': await made(manager, `drivers/${driver.id}/name-requests`, {
      name: '章师傅',
      reason: 'as his identity card says',
    }),
    terminalId: terminal.id,
    'terminal-registrations': terminal.id,
    'loan-requests': wanted.id,
    loans: loan.id,
    driverId: driver.id,
    drivers: driver.id,
    ids: order.id,
    orderId: order.id,
    orders: order.id,
    loadId: order.loads[0]!.id,
    loads: order.loads[0]!.id,
    assignmentId: assignment.id,
    assignments: assignment.id,
    tripId: trip.id,
    trips: trip.id,
    'pump-jobs': await found('SELECT id FROM pump_job WHERE order_id = $1', pumped.id),
    pumpJobId: await found('SELECT id FROM pump_job WHERE order_id = $1', pumped.id),
    'joint-shares': share.id,
    'batch-records': await found('SELECT id FROM batch_record WHERE trip_id = $1', trip.id),
    ticketId: papers.tickets[0]!.id,
    tickets: papers.tickets[0]!.id,
    'loading-calls': callId,
    'day-plans': planId,
    itemId: await found(
      `SELECT content->'loads'->0->>'id' AS id FROM day_plan_revision WHERE plan_id = $1`,
      planId,
    ),
    durations: enterpriseId,
    decisions: await made(dispatcher, 'durations/decisions', {
      enterpriseId,
      kind: 'discharge',
      plantId: null,
      siteId: order.siteId,
      placingMethod: 'chute',
      pourKind: null,
      hour: null,
      value: 2,
      reason: 'a wider chute',
    }),
    passId,
    'pass-applications': applied.items[0]!.application!.id,
    zoneId: third.zone.zoneId,
    'training-sessions': third.sessionId,
    'roadside-findings': finding.id,
    rectifications: rectification.id,
    steps: await found(
      'SELECT id FROM rectification_step WHERE rectification_id = $1 ORDER BY taken_at DESC LIMIT 1',
      rectification.id,
    ),
    'self-evaluations': year,
    'ledger-entries': await made(manager, 'ledger-entries', {
      enterpriseId,
      kind: 'washing',
      occurredAt: since,
      title: 'drum washed',
    }),
    alertId: alertId satisfies AlertId,
    alerts: alertId,
    webhooks: await webhookOf(manager, enterpriseId),
    'phone-keys': await phoneKeyOf(dispatcher, driver.id),
    imports: await fileOf(server, dispatcher),
    // Looked for within what the part of the path before it names, or by who asks.
    offers: newId(),
    plannings: newId(),
  };
}

const made = async (by: ApiClient, path: string, body: object): Promise<string> =>
  (await sent<HasId>(by.post(path, body, { 'if-match': '*' }))).id;

async function webhookOf(manager: ApiClient, enterpriseId: string): Promise<string> {
  const hook = { url: 'https://erp.example.com/hooks', enterpriseId };
  return (await sent<{ webhook: HasId }>(manager.post('webhooks', hook))).webhook.id;
}

async function phoneKeyOf(dispatcher: ApiClient, driverId: string): Promise<string> {
  const phone = { driverId, deviceName: 'spare phone' };
  const { body } = await dispatcher.post('phone-keys', phone);
  const id = JSON.stringify(body).match(/[0-9a-f-]{36}/)?.[0];
  if (!id) throw new Error(`no key: ${JSON.stringify(body)}`);
  return id;
}

/** A file of vehicles that was handed in and not confirmed. */
async function fileOf(server: TestServer, by: ApiClient): Promise<string> {
  const headers = { authorization: `Bearer ${by.token}` };
  const of = `${server.url}/api/v1/imports`;
  const template = await fetch(`${of}/templates/vehicles?format=csv`, { headers });
  const response = await fetch(`${of}?kind=vehicles&fileName=vehicles.csv`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv' },
    body: `${await template.text()}\nX1`,
  });
  const body = (await response.json()) as HasId;
  if (!response.ok) throw new Error(`no file: ${JSON.stringify(body)}`);
  return body.id;
}

/** Enters who is of neither side, a zone and a training session, which are everybody's. */
export async function enterThirdEnterprise(server: TestServer): Promise<ThirdEnterprise> {
  const administration = server.as('concrete_admin');
  const names = { name: 'Enterprise third', shortName: 'third', district: 'Binjiang' };
  const { id: enterpriseId } = await sent<HasId>(administration.post('enterprises', names));
  const { id: plantId } = await sent<HasId>(
    administration.post('plants', {
      enterpriseId,
      name: 'Plant third',
      position: eastOfPlant(1),
      licenceNo: 'HZ-0816',
    }),
  );
  await sent(
    administration.post(`plants/${plantId}/ranges`, {
      radiusM: 20_000,
      effectiveFrom: inDays(-7),
      reason: 'licence',
    }),
  );
  return {
    enterpriseId,
    plantId,
    zone: await drawZone(server, 40),
    sessionId: await plannedSession(administration),
  };
}

async function plannedSession(administration: ApiClient): Promise<string> {
  const session = {
    title: 'safety rules',
    place: 'the station',
    partnerAgency: '杭州市交警支队',
    startsAt: inDays(1),
    endsAt: addMinutes(inDays(1), 120),
    capacity: 20,
  };
  return (await sent<HasId>(administration.post('training-sessions', session))).id;
}
