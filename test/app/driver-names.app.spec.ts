import { mayDo } from '@tongyun/accounts';
import { AlertEpisodes } from '@tongyun/alerts';
import type {
  AlertView,
  DriverTrainingView,
  DriverView,
  FindingView,
  Page,
  PassApplicationResults,
  RoadsideView,
  TrainingSessionDetailView,
  TrainingSessionView,
  UseAgreementView,
} from '@tongyun/contracts';
import {
  addMinutes,
  type AlertId,
  type DriverId,
  type EnterpriseId,
  localTimeOf,
  type TripId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { anAlertEpisode } from '../support/an-alert-episode.js';
import { sent } from '../support/api-client.js';
import { REGISTRATION_ALONE } from '../support/ask-for-registration-alone.js';
import { decidePolicies } from '../support/decide-policies.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { type GetRoute, getRoutesOf } from '../support/get-routes.js';
import { keepWatching } from '../support/live-client.js';
import { aPdf } from '../support/some-files.js';
import { startTrip } from '../support/start-trip.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const ON_THE_ROAD = '欧阳守一';
const IN_THE_COURSE = '司马光明';
const NAMES = [ON_THE_ROAD, IN_THE_COURSE];
/** What somebody wrote where he may write what he likes. */
const WRITTEN = `与驾驶员${ON_THE_ROAD}核对后处理`;
const START = addMinutes(new Date(), -30);

describe('the name of a driver', () => {
  let server: TestServer;
  let ids: string[];
  let sessionId: string;
  let alertId: AlertId;

  const addDriver = async (works: EnteredWorks, name: string): Promise<DriverView> => {
    const driver = await works.addDriver();
    await server.database.dataSource.query(`UPDATE driver SET name = $2 WHERE id = $1`, [
      driver.id,
      name,
    ]);
    return { ...driver, name };
  };

  /** A course that is about to be, with one driver in it. */
  const holdCourse = async (driverId: string): Promise<string> => {
    const { id } = await sent<TrainingSessionView>(
      server.as('concrete_admin').post('training-sessions', {
        title: '安全规章培训',
        place: '管理站教室',
        partnerAgency: '杭州市交警支队',
        startsAt: addMinutes(new Date(), 1_440),
        endsAt: addMinutes(new Date(), 1_560),
        capacity: 20,
      }),
    );
    const enrolling = server
      .as('dispatcher')
      .post(`training-sessions/${id}/enrolments`, { driverIds: [driverId] });
    await sent(enrolling);
    return id;
  };

  /** Has everybody who may write something that the police read write of the driver; answers with the ids. */
  const writeOf = async (works: EnteredWorks): Promise<string[]> => {
    const vehicle = await works.addRegisteredMixer();
    const look = { 'if-match': '*' };
    const [manager, administration, police] = [
      server.as('enterprise_manager'),
      server.as('concrete_admin'),
      server.as('police'),
    ];
    await sent(
      administration.post('policies', {
        key: 'documents.expiring_within_days',
        value: 20,
        effectiveFrom: START,
        source: WRITTEN,
        reason: '按通知',
      }),
    );
    const zone = await drawZone(server, 20);
    await decidePolicies(server, REGISTRATION_ALONE);
    const { items } = await sent<PassApplicationResults>(
      manager.post('pass-applications', {
        vehicleIds: [vehicle.id],
        zoneIds: [zone.zoneId],
        period: { month: localTimeOf(new Date(), 'Asia/Shanghai').on.slice(0, 7) },
        reason: WRITTEN,
      }),
    );
    const suspension = { state: 'suspended', reason: WRITTEN };
    await sent(administration.post(`registrations/${vehicle.id}/decisions`, suspension, look));
    const loan = {
      enterpriseId: server.enterprises.other.id,
      kind: 'loaned',
      validFrom: new Date(),
    };
    const uses = `vehicles/${vehicle.id}/use-agreements`;
    const use = await sent<UseAgreementView>(manager.post(uses, loan));
    await sent(manager.post(`${uses}/${use.id}/end`, { reason: WRITTEN }));
    const paper = new URLSearchParams({ kind: 'vehicle_licence', title: WRITTEN });
    const attached = await fetch(`${server.url}/api/v1/documents/vehicle/${vehicle.id}?${paper}`, {
      method: 'POST',
      body: aPdf(),
      headers: { authorization: `Bearer ${manager.token}` },
    });
    expect(attached.status).toBe(201);
    const asked = `roadside/vehicles/${encodeURIComponent(vehicle.plateNo!)}?purpose=patrol`;
    const { checkId } = await sent<RoadsideView>(police.get(asked));
    await sent(
      police.post(`roadside-checks/${checkId}/outcomes`, { outcome: 'released', note: WRITTEN }),
    );
    const found = { text: WRITTEN, place: WRITTEN };
    const finding = await sent<FindingView>(
      police.post(`roadside-checks/${checkId}/findings`, found),
    );
    await sent(manager.post(`roadside-findings/${finding.id}/answers`, { answer: WRITTEN }));
    return [vehicle.plateNo!, vehicle.id, items[0]!.application!.id, finding.id];
  };

  beforeAll(async () => {
    server = await startTestServer();
    const works = await EnteredWorks.enter(server);
    const vehicle = await works.addRegisteredMixer();
    const driver = await addDriver(works, ON_THE_ROAD);
    const pupil = await addDriver(works, IN_THE_COURSE);
    const { order, trip } = await startTrip(server, works, { vehicle, driver, since: START });
    sessionId = await holdCourse(pupil.id);
    await sent(
      server.as('concrete_admin').post('alert-mutes', {
        vehicleId: vehicle.id,
        code: 'untrained_driver',
        ground: 'emergency',
        reason: WRITTEN,
        validFrom: START,
        validTo: addMinutes(new Date(), 60),
      }),
    );
    const written = await writeOf(works);
    const episode = anAlertEpisode({
      code: 'untrained_driver',
      vehicleId: vehicle.id as VehicleId,
      driverId: driver.id as DriverId,
      tripId: trip.id as TripId,
      enterpriseId: works.enterpriseId as EnterpriseId,
      subjectKind: 'vehicle',
      subjectId: vehicle.id,
      startedAt: new Date(),
      reasons: [
        {
          code: 'untrained_skill',
          effect: 'forbids_work',
          sentence: {
            'zh-CN': `驾驶员${ON_THE_ROAD}未通过驾驶技能培训`,
            en: `Driver ${ON_THE_ROAD} has not passed the driving skill training`,
          },
          compared: { driverId: driver.id, driverName: ON_THE_ROAD },
          policyVersion: 'shipped',
          overridableBy: [],
        },
      ],
    });
    const episodes = server.app.get(AlertEpisodes, { strict: false });
    alertId = await server.app
      .get(UnitOfWork, { strict: false })
      .run((tx) => episodes.open(tx, episode));
    ids = [
      vehicle.plateNo!,
      vehicle.id,
      driver.id,
      pupil.id,
      order.id,
      trip.id,
      sessionId,
      alertId,
      works.plantId,
      works.enterpriseId,
      ...written,
    ];
  });
  afterAll(() => server?.close());

  /** A path as one asks it: with each id that may stand in it, and what else must be stated. */
  const askedOf = ({ path, needs }: GetRoute): string[] => {
    const stated: Record<string, string> = {
      enterpriseId: server.enterprises.own.id,
      from: START.toISOString(),
      to: new Date().toISOString(),
      crs: 'wgs84',
      lng: '120.1',
      lat: '30.2',
      purpose: 'patrol',
    };
    // Policy asks for a purpose, whatever the contract leaves out.
    const asked = path.startsWith('roadside/') ? [...needs, 'purpose'] : needs;
    const query = new URLSearchParams(asked.map((name) => [name, stated[name] ?? '']));
    const paths = ['driver', 'vehicle'].flatMap((subject) => {
      const named = path.replace('{subject}', subject);
      if (!named.includes('{')) return [named];
      return ids.map((id) => named.replaceAll(/\{[^}]+\}/g, encodeURIComponent(id)));
    });
    return [...new Set(paths)].map((each) => (query.size === 0 ? each : `${each}?${query}`));
  };

  /** Where somebody of that role is told which of these names. */
  async function toldTo(role: 'police' | 'association' | 'auditor', names: readonly string[]) {
    const told: string[] = [];
    for (const route of getRoutesOf(server).filter(({ permission }) => mayDo([role], permission))) {
      for (const asked of askedOf(route)) {
        const { status, body } = await server.as(role).get(asked);
        const text = JSON.stringify(body ?? null);
        if (status < 400 && names.some((name) => text.includes(name))) told.push(route.path);
      }
    }
    return [...new Set(told)].toSorted();
  }

  it('is told whole to who may read drivers, in their alerts and trainings too', async () => {
    expect(await toldTo('auditor', NAMES)).toEqual(
      expect.arrayContaining([
        'alerts',
        'alerts/{id}',
        'alerts/{id}/deliveries',
        'driver-trainings',
        'drivers',
        'training-sessions/{id}',
      ]),
    );
  });

  it('is told to the police by no list and no detail', async () => {
    expect(await toldTo('police', NAMES)).toEqual([]);
  });

  it('is told to the association of who sits in its courses, and of nobody else', async () => {
    expect(await toldTo('association', [ON_THE_ROAD])).toEqual([]);
    expect(await toldTo('association', [IN_THE_COURSE])).toEqual([
      'driver-trainings',
      'training-sessions/{id}',
    ]);
  });

  it('is masked in what the police do read', async () => {
    const police = server.as('police');
    const alert = await sent<AlertView>(police.get(`alerts/${alertId}`));
    const trainings = await sent<Page<DriverTrainingView>>(police.get('driver-trainings'));
    const session = await sent<TrainingSessionDetailView>(
      police.get(`training-sessions/${sessionId}`),
    );

    expect(alert).toMatchObject({
      driverName: '欧**',
      reasons: [
        {
          sentence: {
            'zh-CN': '驾驶员欧**未通过驾驶技能培训',
            en: 'Driver 欧** has not passed the driving skill training',
          },
          compared: { driverName: '欧**' },
        },
      ],
    });
    expect(trainings.items.map(({ driverName }) => driverName)).toEqual(
      expect.arrayContaining(['司**', '欧**']),
    );
    expect(session.enrolments).toMatchObject([{ driverName: '司**' }]);
  });

  it('is masked in what people wrote, where the police read it', async () => {
    const told = await toldTo('police', [WRITTEN.replace(ON_THE_ROAD, '欧**')]);

    expect(told).toEqual([
      'alert-mutes',
      'alerts',
      'alerts/{id}',
      'documents/{subject}/{subjectId}',
      'pass-applications/{id}/decisions',
      'policies',
      'registrations/{vehicleId}/decisions',
      'roadside-findings',
      'roadside-outcomes',
      'roadside/vehicles/{plate}',
      'vehicles/{id}/use-agreements',
    ]);
    expect(await toldTo('auditor', [WRITTEN])).toEqual(
      expect.arrayContaining(['alert-mutes', 'alerts/{id}', 'registrations/{vehicleId}/decisions']),
    );
  });

  it('is in no cursor, by which the list goes on all the same', async () => {
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page<DriverTrainingView> = await sent(
        server.as('auditor').get(`driver-trainings?limit=1${cursor && `&cursor=${cursor}`}`),
      );
      names.push(...page.items.map(({ driverName }) => driverName));
      cursor = page.nextCursor;
      const text = Buffer.from(cursor ?? '', 'base64url').toString('utf8');
      expect(names.filter((name) => text.includes(name))).toEqual([]);
    }

    const { items } = await sent<Page<DriverTrainingView>>(
      server.as('auditor').get('driver-trainings'),
    );
    expect(names).toEqual(items.map(({ driverName }) => driverName));
  });

  it('reaches the page of an officer masked, and that of the administration whole', async () => {
    const watch = (role: 'police' | 'concrete_admin') =>
      keepWatching(server.url, 'dispatcher', server.as(role).token, {
        topics: ['alert'],
        viewport: null,
      });
    const [officer, administration] = [await watch('police'), await watch('concrete_admin')];
    await sent(
      server
        .as('dispatcher')
        .post(`alerts/${alertId}/decisions`, { state: 'acknowledged' }, { 'if-match': '*' }),
    );
    await until(async () => officer.changes.length > 0 && administration.changes.length > 0);
    officer.close();
    administration.close();

    expect(JSON.stringify(administration.changes)).toContain(ON_THE_ROAD);
    expect(JSON.stringify(officer.changes)).toContain('欧**');
    expect(JSON.stringify(officer.changes)).not.toContain(ON_THE_ROAD);
    expect(administration.changes).toMatchObject([{ view: { mute: { reason: WRITTEN } } }]);
    expect(officer.changes).toMatchObject([{ view: { mute: { reason: '**' } } }]);
  });
});
