import { randomUUID } from 'node:crypto';
import type {
  BatchRecordView,
  DayPlanView,
  DriverDayView,
  OrderDetailView,
  PlanOutcomeView,
  TripPapersView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes, type SiteId } from '@tongyun/kernel';
import { aPlate } from '../support/a-mixer.js';
import { sent } from '../support/api-client.js';
import { anOrder, eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** The calendar day after today in Shanghai, and an hour of it. */
const tomorrow = addMinutes(new Date(), 1_440 + 480)
  .toISOString()
  .slice(0, 10);
const at = (clock: string): Date => new Date(`${tomorrow}T${clock}:00+08:00`);

describe('mortar', () => {
  let server: TestServer;
  let works: EnteredWorks;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    const line = { name: '1', rateM3PerHour: 120 };
    await sent(server.as('concrete_admin').post(`plants/${works.plantId}/lines`, line));
  });
  afterAll(() => server?.close());

  const order = async (firstOnSiteAt: Date, change: object): Promise<{ id: string }> => {
    const site = await works.addSite({ position: eastOfPlant(8) });
    const wanted = anOrder(works, site.id as SiteId, firstOnSiteAt, change);
    return sent(works.dispatcher.post('orders', wanted));
  };

  async function planTomorrow(): Promise<DayPlanView> {
    const asked = { enterpriseId: works.enterpriseId, operatingOn: tomorrow, searchSec: 1 };
    return (await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', asked))).plan;
  }

  it('is planned as what it is: priming mortar before its concrete, wet mortar as such', async () => {
    for (let count = 0; count < 4; count += 1) await works.addRegisteredMixer();
    for (let count = 0; count < 6; count += 1) await works.addDriver();
    for (let count = 0; count < 2; count += 1) {
      const pump = {
        kind: 'boom_pump',
        plateNo: aPlate(),
        plateColor: 'yellow',
        boomLengthM: 47,
        ownerEnterpriseId: works.enterpriseId,
      };
      await works.register(await sent<VehicleView>(works.dispatcher.post('vehicles', pump)));
    }
    const pumped = { isPumpNeeded: true, pumpsNeeded: 2, placingMethod: 'pump', pumpReachM: 40 };
    const primed = await order(at('09:00'), { ...pumped, primingM3: 2, plannedM3: 24 });
    const wet = await order(at('13:00'), { grade: 'M10', plannedM3: 12 });

    const { loads, unserved } = await planTomorrow();

    const loadsOf = ({ id }: { id: string }) =>
      loads
        .filter(({ orderId }) => orderId === id)
        .toSorted((one, other) => one.dischargeFromAt.localeCompare(other.dischargeFromAt));
    const kindsOf = (one: { id: string }) => loadsOf(one).map(({ kind, m3 }) => [kind, m3]);
    expect(unserved).toEqual([]);
    expect(kindsOf(primed)).toEqual([
      ['priming_mortar', 2],
      ['concrete', 12],
      ['concrete', 12],
    ]);
    const [mortar, ...concrete] = loadsOf(primed);
    const isPrimed = concrete.map(
      ({ dischargeFromAt }) => dischargeFromAt >= mortar!.dischargeToAt,
    );
    expect(isPrimed).toEqual([true, true]);
    expect(kindsOf(wet)).toEqual([['wet_mortar', 12]]);
  });

  it('is told apart from concrete on its ticket, and counts for itself', async () => {
    const [mixer, driver] = [await works.addRegisteredMixer(), await works.addDriver()];
    const { id } = await order(addMinutes(new Date(), 120), { grade: 'M10', plannedM3: 9 });
    const { loads } = await sent<OrderDetailView>(works.dispatcher.get(`orders/${id}`));
    const pair = { vehicleId: mixer.id, driverId: driver.id };
    await sent(works.dispatcher.post(`loads/${loads[0]!.id}/assignment`, pair));
    const phone = await server.signInPhone(works.side, driver.id);
    const { plateNo, plateColor } = mixer;
    const duty = { id: randomUUID(), plateNo, plateColor, at: addMinutes(new Date(), -20) };
    const { trip } = await sent<DriverDayView>(phone.post('driver/duties', duty));
    const desk = server.as('plant_desk', works.side);
    await sent<BatchRecordView>(
      desk.post('batch-records', {
        tripId: trip!.id,
        vehicleId: mixer.id,
        plantId: works.plantId,
        grade: 'M10',
        batchedM3: 9,
        batchedAt: new Date(),
      }),
    );

    const papers = await sent<TripPapersView>(desk.post(`trips/${trip!.id}/tickets`, {}));

    expect(papers.tickets[0]!.content).toMatchObject({
      kind: 'wet_mortar',
      grade: 'M10',
      m3: 9,
      cumM3: 9,
      cumLoads: 1,
    });
  });

  it('is not ordered for a pump that is not there, nor in a grade that does not exist', async () => {
    const site = await works.addSite();
    const refused = (change: object) =>
      works.dispatcher.post('orders', anOrder(works, site.id as SiteId, at('15:00'), change));

    expect(await refused({ primingM3: 1 })).toMatchObject({ status: 400 });
    expect(await refused({ grade: 'M12' })).toMatchObject({ status: 400 });
  });
});
