import { mayDo } from '@tongyun/accounts';
import type {
  LiveMapView,
  Page,
  PassView,
  RegistrationView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes, type Role } from '@tongyun/kernel';
import { aMixer } from '../support/a-mixer.js';
import { type ApiClient, sent } from '../support/api-client.js';
import { signInBureau } from '../support/sign-in-bureau.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { getRoutesOf } from '../support/get-routes.js';
import { startTrip } from '../support/start-trip.js';
import { openTableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const [HERE, THERE] = ['Binjiang', 'Gongshu'] as const;
const SINCE = addMinutes(new Date(), -60);
const STATED: Readonly<Record<string, string>> = {
  from: SINCE.toISOString(),
  to: new Date().toISOString(),
  format: 'csv',
};
/** Where a vehicle is named in the path of a question. */
const OF_A_VEHICLE = /^vehicles\/\{id\}|\{vehicleId\}|^documents\/\{subject\}\/\{subjectId\}$/;

type Named = 'ours' | 'theirs' | 'lent' | 'returned' | 'later' | 'underWay';

interface Viewer {
  readonly role: Role;
  readonly by: ApiClient;
}

describe('what is on the map', () => {
  let server: TestServer;
  let fleet: Readonly<Record<Named, VehicleView>>;
  let viewers: Readonly<Record<'here' | 'there' | 'dispatcher' | 'manager' | 'stranger', Viewer>>;

  beforeAll(async () => {
    server = await startTestServer();
    const administration = server.as('concrete_admin');
    const works = await EnteredWorks.enter(server);
    const names = { name: 'Across the river', shortName: 'Across', district: THERE };
    const elsewhere = await sent<{ id: string }>(administration.post('enterprises', names));
    const enter = (ownerEnterpriseId: string): Promise<VehicleView> =>
      sent(administration.post('vehicles', aMixer({ ownerEnterpriseId })));
    const lend = async (validFrom: Date, validTo: Date | null = null) => {
      const vehicle = await enter(elsewhere.id);
      const use = { enterpriseId: works.enterpriseId, kind: 'hired', validFrom, validTo };
      await sent(administration.post(`vehicles/${vehicle.id}/use-agreements`, use));
      return vehicle;
    };
    const underWay = await registered(await lend(SINCE));
    await startTrip(server, works, {
      vehicle: underWay,
      driver: await works.addDriver(),
      since: addMinutes(new Date(), -30),
    });
    // The agreement ran out on the way.
    await server.database.dataSource.query(
      `UPDATE use_agreement SET ended_at = now() - interval '1 minute' WHERE vehicle_id = $1`,
      [underWay.id],
    );
    fleet = {
      ours: await works.addMixer(),
      theirs: await enter(elsewhere.id),
      lent: await registered(await lend(SINCE)),
      returned: await lend(SINCE, addMinutes(new Date(), -30)),
      later: await lend(addMinutes(new Date(), 1_440)),
      underWay,
    };
    viewers = {
      here: { role: 'district_bureau', by: await signInBureau(server, HERE) },
      there: { role: 'district_bureau', by: await signInBureau(server, THERE) },
      dispatcher: { role: 'dispatcher', by: works.dispatcher },
      manager: { role: 'enterprise_manager', by: server.as('enterprise_manager') },
      stranger: { role: 'dispatcher', by: server.as('dispatcher', 'other') },
    };
  });
  afterAll(() => server?.close());

  async function registered(vehicle: VehicleView): Promise<VehicleView> {
    for (const state of ['submitted', 'district_reviewed', 'registered']) {
      const step = { state, reason: 'on paper' };
      const path = `registrations/${vehicle.id}/decisions`;
      await sent(server.as('concrete_admin').post(path, step, { 'if-match': '*' }));
    }
    return vehicle;
  }

  const idOf = (name: Named) => fleet[name].id;
  const names = () => Object.keys(fleet) as Named[];
  const onMapOf = async ({ by }: Viewer): Promise<Named[]> => {
    const { vehicles } = await sent<LiveMapView>(by.get('live-map'));
    const shown = new Set(vehicles.map(({ vehicleId }) => vehicleId));
    return names().filter((name) => shown.has(idOf(name)));
  };

  /** What each question about a vehicle that the role may ask is answered with. */
  async function answersOf({ role, by }: Viewer, name: Named): Promise<Record<string, number>> {
    const routes = getRoutesOf(server).filter(
      ({ path, permission }) => OF_A_VEHICLE.test(path) && mayDo([role], permission),
    );
    const query = new URLSearchParams(STATED);
    const answers: Record<string, number> = {};
    for (const { path } of routes) {
      const asked = path.replace('{subject}', 'vehicle').replaceAll(/\{[^}]+\}/g, idOf(name));
      answers[path] = (await by.get(`${asked}?${query}`)).status;
    }
    return answers;
  }

  const passesFor = async ({ by }: Viewer): Promise<string[]> => {
    const { items } = await sent<Page<PassView>>(by.get(`passes?vehicleId=${idOf('lent')}`));
    return items.map(({ id }) => id);
  };

  const listedFor = async ({ by }: Viewer): Promise<Named[]> => {
    const { items } = await sent<Page<VehicleView>>(by.get('vehicles?limit=200'));
    const papers = await sent<Page<RegistrationView>>(by.get('registrations?limit=200'));
    const listed = new Set(items.map(({ id }) => id));
    const registrations = new Set(papers.items.map(({ vehicleId }) => vehicleId));
    return names().filter((name) => listed.has(idOf(name)) && registrations.has(idOf(name)));
  };

  it('is what enterprises of a district own, use, and have on a trip', async () => {
    const { here, there, dispatcher, stranger } = viewers;

    expect(await onMapOf(here)).toEqual(['ours', 'lent', 'underWay']);
    expect(await onMapOf(there)).toEqual(['theirs', 'lent', 'returned', 'later', 'underWay']);
    expect(await onMapOf(dispatcher)).toEqual(['ours', 'lent', 'underWay']);
    expect(await onMapOf(stranger)).toEqual([]);
  });

  it.each(['here', 'there', 'dispatcher', 'manager'] as const)(
    'is opened by who sees it there, whatever he may ask: %s',
    async (viewer) => {
      const shut: object[] = [];
      for (const name of await onMapOf(viewers[viewer])) {
        const answers = await answersOf(viewers[viewer], name);
        expect(Object.keys(answers)).toEqual(
          expect.arrayContaining([
            'vehicles/{id}',
            'vehicles/{id}/presence',
            'registrations/{vehicleId}/decisions',
            'documents/{subject}/{subjectId}',
          ]),
        );
        const refused = Object.entries(answers).filter(([, status]) => status !== 200);
        if (refused.length > 0) shut.push({ name, refused });
      }

      expect(shut).toEqual([]);
      expect(await listedFor(viewers[viewer])).toEqual(
        expect.arrayContaining(await onMapOf(viewers[viewer])),
      );
    },
  );

  it.each(['here', 'there'] as const)('is all that a bureau opens: %s', async (viewer) => {
    const onMap = await onMapOf(viewers[viewer]);
    const opened: object[] = [];
    for (const name of names().filter((each) => !onMap.includes(each))) {
      const answers = Object.entries(await answersOf(viewers[viewer], name));
      opened.push(...answers.filter(([, status]) => status !== 404));
    }

    expect(opened).toEqual([]);
    expect(await listedFor(viewers[viewer])).toEqual(onMap);
  });

  it('tells a bureau of the passes of what its enterprises use', async () => {
    const zone = await drawZone(server, 20);
    const works = await EnteredWorks.enter(server);
    const { id } = await works.issuePass(fleet.lent, zone);

    expect(await passesFor(viewers.here)).toEqual([id]);
    expect(await passesFor(viewers.there)).toEqual([id]);
    expect(await passesFor(viewers.stranger)).toEqual([]);
  });

  it('leaves the reviews to the bureau of who owns it', async () => {
    const { here, there } = viewers;
    const path = `registrations/${idOf('lent')}/decisions`;
    const suspend = ({ by }: Viewer) =>
      by.post(path, { state: 'suspended', reason: 'brakes' }, { 'if-match': '*' });
    const stepsFor = async ({ by }: Viewer) => {
      const { items } = await sent<Page<RegistrationView>>(by.get('registrations?limit=200'));
      return items.find(({ vehicleId }) => vehicleId === idOf('lent'))?.nextStates;
    };
    const digests = await openTableDigests(server.database.dataSource);
    const before = await digests();

    expect(await stepsFor(here)).toEqual([]);
    expect(await stepsFor(there)).toEqual(['suspended']);
    expect(await suspend(here)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    expect(await digests()).toEqual(before);
    expect(await suspend(there)).toMatchObject({ status: 200, body: { state: 'suspended' } });
  });
});
