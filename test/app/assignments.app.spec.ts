import { randomUUID } from 'node:crypto';
import type {
  AssignmentView,
  AutoAssignView,
  CandidateView,
  DriverView,
  OrderDetailView,
  PlantOptionView,
  SiteView,
  VehicleView,
} from '@tongyun/contracts';
import { type ApiAnswer, sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const loadOf = ({ loads }: OrderDetailView) => loads[0]!;

describe('assignment', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let site: SiteView;
  let mixer: VehicleView;
  let withoutPass: VehicleView;
  let unregistered: VehicleView;
  let driver: DriverView;
  let untrained: DriverView;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    const zone = await drawZone(server, 8);
    site = await works.addSite({ position: eastOfPlant(8) });
    mixer = await works.addRegisteredMixer();
    withoutPass = await works.addRegisteredMixer();
    unregistered = await works.addMixer();
    await works.issuePass(mixer, zone);
    driver = await works.addDriver();
    untrained = await works.addDriver(['skill']);
  });
  afterAll(() => server?.close());

  const assign = (loadId: string, body: object): Promise<ApiAnswer> =>
    works.dispatcher.post(`loads/${loadId}/assignment`, body);
  const pair = () => ({ vehicleId: mixer.id, driverId: driver.id });
  const cancel = (id: string) =>
    sent<AssignmentView>(
      works.dispatcher.post(`assignments/${id}/cancellation`, { reason: 'test is over' }),
    );

  it('names the plants that may supply a place, and why others may not', async () => {
    const optionsAt = async (km: number) => {
      const position = eastOfPlant(km);
      const answer = works.dispatcher.post('plant-options', { position });
      return (await sent<{ items: PlantOptionView[] }>(answer)).items;
    };

    expect(await optionsAt(8)).toMatchObject([{ plantId: works.plantId, isInRange: true }]);
    expect(await optionsAt(22)).toMatchObject([
      { isInRange: false, distanceM: 22_000, limitM: 20_000, reasons: [expect.anything()] },
    ]);
  });

  it('gives no load to anybody from a plant whose licence was suspended after the order', async () => {
    const { id } = loadOf(await works.order(site));
    await works.decideLicence('suspended');

    const refused = await assign(id, { ...pair(), overrideReason: 'the pour has begun' });
    const asked = works.dispatcher.get(`loads/${id}/candidates`);
    const { items } = await sent<{ items: CandidateView[] }>(asked);
    const options = works.dispatcher.post('plant-options', { position: eastOfPlant(8) });
    const [option] = (await sent<{ items: PlantOptionView[] }>(options)).items;
    await works.decideLicence('licensed');

    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'ASSIGNMENT_NOT_PERMITTED', details: { standing: ['plant_not_licensed'] } },
    });
    expect(items.some(({ mayAssign }) => mayAssign)).toBe(false);
    expect(option!.reasons).toMatchObject([{ code: 'plant_not_licensed' }]);
    const { id: assignmentId } = await sent<AssignmentView>(assign(id, pair()));
    await cancel(assignmentId);
  });

  it('ranks candidates, and gives every refused one its reason', async () => {
    const { id } = loadOf(await works.order(site));

    const answer = works.dispatcher.get(`loads/${id}/candidates`);
    const { items } = await sent<{ items: CandidateView[] }>(answer);

    const reasonsOf = new Map(
      items.map(({ vehicleId, reasons }) => [vehicleId, reasons.map(({ code }) => code)]),
    );
    expect(items[0]).toMatchObject({ ...pair(), mayAssign: true, reasons: [] });
    expect(reasonsOf.get(withoutPass.id)).toContain('no_pass');
    expect(reasonsOf.get(unregistered.id)).toContain('not_registered');
    expect(items.filter(({ mayAssign }) => mayAssign).map(({ vehicleId }) => vehicleId)).toEqual([
      mixer.id,
    ]);
  });

  it('assigns by hand, and gives the vehicle back when it is cancelled', async () => {
    const { id, orderId } = loadOf(await works.order(site));

    const assigned = await sent<AssignmentView>(assign(id, pair()));

    expect(assigned).toMatchObject({ ...pair(), loadId: id, orderId, state: 'released' });
    const order = await sent<OrderDetailView>(works.dispatcher.get(`orders/${orderId}`));
    expect(order).toMatchObject({ assignedLoadCount: 1, loads: [{ assignment: assigned }] });
    expect(await cancel(assigned.id)).toMatchObject({ state: 'cancelled' });
    await cancel((await sent<AssignmentView>(assign(id, pair()))).id);
  });

  it.each([
    { who: 'a driver who is not trained', code: 'untrained_safety', pick: () => untrained.id },
    { who: 'a driver nobody knows', code: 'VEHICLE_OR_DRIVER_NOT_FOUND', pick: () => randomUUID() },
  ])('refuses $who', async ({ code, pick }) => {
    const { id } = loadOf(await works.order(site));

    const { status, body } = await assign(id, { vehicleId: mixer.id, driverId: pick() });

    expect([404, 409]).toContain(status);
    expect(JSON.stringify(body)).toContain(`"${code}"`);
  });

  it('refuses a vehicle without a pass even when a reason to override is given', async () => {
    const { id } = loadOf(await works.order(site));

    const answer = await assign(id, {
      vehicleId: withoutPass.id,
      driverId: driver.id,
      overrideReason: 'the customer is waiting',
    });

    expect(answer).toMatchObject({
      status: 409,
      body: { details: { reasons: [expect.objectContaining({ code: 'no_pass' })] } },
    });
  });

  it('lets one of two who want the same truck at once have it', async () => {
    const other = await works.addDriver();
    const [one, two] = [loadOf(await works.order(site)), loadOf(await works.order(site))];

    const answers = await Promise.all([
      assign(one.id, pair()),
      assign(two.id, { vehicleId: mixer.id, driverId: other.id }),
    ]);

    const won = answers.find(({ status }) => status === 201);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost).toMatchObject({ body: { code: 'ASSIGNMENT_OVERLAPS' } });
    const holder = won?.body as AssignmentView;
    expect(JSON.stringify(lost?.body)).toContain(holder.orderId);
    const orders = await Promise.all(
      [one, two].map(({ orderId }) =>
        sent<OrderDetailView>(works.dispatcher.get(`orders/${orderId}`)),
      ),
    );
    expect(orders.map(({ assignedLoadCount }) => assignedLoadCount).toSorted()).toEqual([0, 1]);
    await cancel(holder.id);
  });

  it('assigns all it can at one click, and says what stands against the rest', async () => {
    const { id } = await works.order(site, { plannedM3: 24, rateM3PerHour: 200 });

    const answer = works.dispatcher.post(`orders/${id}/auto-assignment`, {});
    const { assigned, unserved } = await sent<AutoAssignView>(answer);

    expect(assigned).toMatchObject([{ vehicleId: mixer.id }]);
    expect(unserved).toMatchObject([
      { loadNo: 2, refusedBy: { no_pass: expect.any(Number), not_registered: expect.any(Number) } },
    ]);
    for (const each of assigned) await cancel(each.id);
  });

  it('is not a matter of another enterprise', async () => {
    const { id } = loadOf(await works.order(site));
    const other = server.as('dispatcher', 'other');

    expect(await other.post(`loads/${id}/assignment`, pair())).toMatchObject({
      status: 404,
      body: { code: 'LOAD_NOT_FOUND' },
    });
    expect(await other.get(`loads/${id}/candidates`)).toMatchObject({ status: 404 });
  });
});
