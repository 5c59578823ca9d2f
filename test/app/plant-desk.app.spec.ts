import { randomUUID } from 'node:crypto';
import type {
  AssignmentView,
  BatchRecordView,
  DriverDayView,
  LoadingCallView,
  OrderDetailView,
  PlantLineView,
  PlantQueueView,
  TripPapersView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { type ApiClient, sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface Crew {
  readonly mixer: VehicleView;
  readonly phone: ApiClient;
  readonly tripId: string;
  readonly order: OrderDetailView;
}

describe('the plant desk', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let desk: ApiClient;
  let line: PlantLineView;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.close());
  beforeEach(async () => {
    works = await EnteredWorks.enter(server);
    desk = server.as('plant_desk');
    line = await sent<PlantLineView>(
      server
        .as('concrete_admin')
        .post(`plants/${works.plantId}/lines`, { name: '1号线', rateM3PerHour: 120 }),
    );
  });

  /** A load assigned to a truck of its own, whose driver has reported at the plant. */
  async function aCrew(): Promise<Crew> {
    const mixer = await works.addRegisteredMixer();
    const driver = await works.addDriver();
    const order = await works.order(await works.addSite());
    await sent<AssignmentView>(
      works.dispatcher.post(`loads/${order.loads[0]!.id}/assignment`, {
        vehicleId: mixer.id,
        driverId: driver.id,
      }),
    );
    const phone = await server.signInPhone(works.side, driver.id);
    const { plateNo, plateColor } = mixer;
    const duty = { id: randomUUID(), plateNo, plateColor, at: addMinutes(new Date(), -20) };
    const { trip } = await sent<DriverDayView>(phone.post('driver/duties', duty));
    return { mixer, phone, tripId: trip!.id, order };
  }

  const queue = () => sent<PlantQueueView>(desk.get(`plants/${works.plantId}/queue`));
  const batch = ({ tripId, mixer, order }: Crew, change: object = {}) =>
    sent<BatchRecordView>(
      desk.post('batch-records', {
        tripId,
        vehicleId: mixer.id,
        plantId: works.plantId,
        grade: order.grade,
        batchedM3: order.plannedM3,
        batchedAt: new Date(),
        lineId: line.id,
        ...change,
      }),
    );

  it('calls nobody and lets nothing go at a plant whose licence is suspended', async () => {
    const crew = await aCrew();
    const call = () => desk.post(`plants/${works.plantId}/loading-calls`, { lineId: line.id });
    const ticket = () => desk.post(`trips/${crew.tripId}/tickets`, {});
    const refused = {
      status: 409,
      body: { code: 'PLANT_NOT_LICENSED', details: { licenceState: 'suspended' } },
    };

    await works.decideLicence('suspended');
    expect(await call()).toMatchObject(refused);
    await works.decideLicence('licensed');
    await sent(call());
    await batch(crew);
    await works.decideLicence('suspended');
    expect(await ticket()).toMatchObject(refused);

    await works.decideLicence('licensed');
    expect((await sent<TripPapersView>(ticket())).tickets).toHaveLength(1);
  });

  it('calls, batches, weighs, issues, and the receiver signs on the driver’s phone', async () => {
    const crew = await aCrew();
    const [waiting] = (await queue()).items;
    const call = await sent<LoadingCallView>(
      desk.post(`plants/${works.plantId}/loading-calls`, { lineId: line.id }),
    );
    const called = await sent<DriverDayView>(crew.phone.get('driver/day'));
    await batch(crew);
    const trip = `trips/${crew.tripId}`;
    for (const [kind, kg] of [
      ['tare', 14_000],
      ['gross', 42_800],
    ]) {
      await sent(desk.post(`${trip}/weighings`, { kind, kg, weighedAt: new Date() }));
    }
    await sent(
      desk.post(`${trip}/ex-works-tests`, {
        slumpMm: 180,
        inspectorName: '陈工',
        testedAt: new Date(),
      }),
    );
    const { tickets } = await sent<TripPapersView>(desk.post(`${trip}/tickets`, {}));
    const acceptance = {
      id: randomUUID(),
      ticketId: tickets[0]!.id,
      slumpMm: 175,
      signedM3: 12,
      signerName: '李工',
      signature: { width: 300, height: 120, strokes: [[[1, 2]]] },
      signedAt: new Date(),
    };
    const day = await sent<DriverDayView>(crew.phone.post('driver/acceptances', acceptance));

    expect(waiting).toMatchObject({ state: 'waiting', place: 1, plateNo: crew.mixer.plateNo });
    expect(called.call).toEqual(call);
    expect(tickets[0]!.content).toMatchObject({ netKg: 28_800, exWorksTest: { slumpMm: 180 } });
    expect(day.ticket).toMatchObject({ state: 'accepted', acceptance: { signerName: '李工' } });
  });

  it('gives no ticket to a truck with the wrong concrete until somebody has settled it', async () => {
    const crew = await aCrew();
    const other = await aCrew();
    const record = await batch(crew, { vehicleId: other.mixer.id });
    const tickets = `trips/${crew.tripId}/tickets`;

    const refused = await desk.post(tickets, {});
    const stands = await desk.post(`batch-records/${record.id}/settlements`, {
      decision: 'stands',
      reason: '就这样',
    });
    await sent(
      desk.post(`batch-records/${record.id}/settlements`, { decision: 'void', reason: '装错车' }),
    );
    await batch(crew);
    const issued = await desk.post(tickets, {});

    expect(record.mismatches).toMatchObject([{ code: 'another_truck' }]);
    expect(refused).toMatchObject({ status: 409, body: { code: 'BATCH_NOT_SETTLED' } });
    expect(stands).toMatchObject({ status: 409, body: { code: 'BATCH_IN_ANOTHER_TRUCK' } });
    expect(issued.status).toBe(201);
  });

  it('shows nobody the queue, papers or tickets of another enterprise', async () => {
    const crew = await aCrew();
    await batch(crew);
    const { tickets } = await sent<TripPapersView>(desk.post(`trips/${crew.tripId}/tickets`, {}));
    const stranger = server.as('plant_desk', 'other');
    const paths = [`plants/${works.plantId}/queue`, `trips/${crew.tripId}/papers`];

    const seen = await Promise.all(
      [...paths, `tickets/${tickets[0]!.id}`].map((path) => stranger.get(path)),
    );

    const items = seen.map(({ status, body }) =>
      status === 200 ? (body as PlantQueueView).items.length : status,
    );
    expect(items.every((one) => one === 404 || one === 0)).toBe(true);
  });
});
