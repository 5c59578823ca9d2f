import { DRIVER_DIRECTORY, type DriverDirectory } from '@tongyun/accounts';
import { addMinutes, type LoanRequestId, newId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { buildWorks, type ConcreteWorks } from '../../../../test/support/concrete-works.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { DriverQueries } from '../driver-queries.service.js';
import { FleetModule } from '../fleet.module.js';
import { VehicleQueries } from '../vehicle-queries.service.js';
import { AskForLoanService } from './ask-for-loan.service.js';
import { LoanQueries } from './loan-queries.service.js';
import { OfferLoanService } from './offer-loan.service.js';

const began = new Date('2026-11-22T23:00:00Z');
const during = { fromAt: addMinutes(began, 60), untilAt: addMinutes(began, 360) };
const reason = 'a large pour';

describe('loans of trucks', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let asker: ConcreteWorks;
  let lender: ConcreteWorks;
  let stranger: ConcreteWorks;
  let now = began;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [FleetModule], { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    now = began;
    const { manager } = database.dataSource;
    [asker, lender, stranger] = [
      await buildWorks(manager),
      await buildWorks(manager),
      await buildWorks(manager),
    ];
  });

  const ask = (vehicleCount = 1): Promise<LoanRequestId> =>
    module
      .get(AskForLoanService)
      .ask(asker.dispatcher, { plantId: asker.plantId, vehicleCount, ...during, reason });
  const aPair = async (works = lender) => {
    const [vehicle, driver] = [await works.addMixer(), await works.addDriver()];
    return { vehicleId: vehicle.id, driverId: driver.id };
  };
  const offer = (id: LoanRequestId, pair: Awaited<ReturnType<typeof aPair>>, by = lender) =>
    module.get(OfferLoanService).offer(by.dispatcher, id, { ...pair, reason });
  const loansOf = async (id: LoanRequestId, by = asker) =>
    (await module.get(LoanQueries).request(by.dispatcher, id)).loans;
  const step = async (
    id: LoanRequestId,
    state: 'accepted' | 'recalled' | 'returned' | 'declined' | 'withdrawn',
    by = asker,
  ) => {
    const [loan] = await loansOf(id, by);
    return module
      .get(OfferLoanService)
      .step(by.dispatcher, loan!.id, { state, reason }, `"${loan!.version}"`);
  };
  /** A job of who borrowed, from now until the loan ends. */
  const holdForJob = ({ vehicleId, driverId }: Awaited<ReturnType<typeof aPair>>) =>
    database.dataSource.query(
      `INSERT INTO assignment (id, enterprise_id, order_id, load_id, plant_id, vehicle_id,
         driver_id, starts_at, ends_at, state, warnings, created_by, created_at)
       VALUES ($1, $2, $1, $1, $3, $4, $5, $6, $7, 'released', '[]', $1, $6)`,
      [newId(), asker.enterpriseId, asker.plantId, vehicleId, driverId, now, during.untilAt],
    );
  const usableAt = async (works: ConcreteWorks, min: number) =>
    (
      await module
        .get(VehicleQueries)
        .usableBy(works.dispatcher, works.enterpriseId, addMinutes(began, min))
    ).map(({ vehicle }) => vehicle.id);

  it('are an agreement from the acceptance on, for the time that was asked for', async () => {
    const pair = await aPair();
    const id = await ask();
    await offer(id, pair);
    expect(await usableAt(asker, 120)).toEqual([]);

    await step(id, 'accepted');

    expect(await usableAt(asker, 120)).toEqual([pair.vehicleId]);
    expect(await usableAt(asker, 30)).toEqual([]);
    expect(await usableAt(asker, 400)).toEqual([]);
    const [withUses] = await module
      .get(VehicleQueries)
      .getWithUses(asker.dispatcher, [pair.vehicleId]);
    expect(withUses!.uses).toMatchObject([
      { kind: 'loaned', validFrom: during.fromAt, validTo: during.untilAt },
    ]);
    expect(await loansOf(id)).toMatchObject([{ state: 'accepted' }]);
    await expect(module.get(LoanQueries).request(asker.dispatcher, id)).resolves.toMatchObject({
      state: 'closed',
      lentCount: 1,
    });
  });

  it('bring the driver with them, who is seen from then on', async () => {
    const pair = await aPair();
    const id = await ask();
    await offer(id, pair);
    const find = () => module.get(DriverQueries).get(asker.dispatcher, pair.driverId);
    await expect(find()).rejects.toMatchObject({ code: 'DRIVER_NOT_FOUND' });

    await step(id, 'accepted');

    expect(await find()).toMatchObject({ id: pair.driverId, enterpriseId: lender.enterpriseId });
  });

  describe('of a driver', () => {
    let pair: Awaited<ReturnType<typeof aPair>>;
    let id: LoanRequestId;

    beforeEach(async () => {
      pair = await aPair();
      id = await ask();
      await offer(id, pair);
      await step(id, 'accepted');
    });

    const isSeen = async (): Promise<boolean> =>
      (await module.get(DriverQueries).getMany(asker.dispatcher, [pair.driverId])).length > 0;
    const isInHand = async (by = asker): Promise<boolean> =>
      (await module.get<DriverDirectory>(DRIVER_DIRECTORY).find(by.dispatcher, pair.driverId)) !==
      null;

    it('let who borrowed sign his phone in while he is there, and who lent always', async () => {
      expect([await isInHand(), await isInHand(lender)]).toEqual([false, true]);

      now = during.fromAt;
      expect([await isInHand(), await isInHand(lender)]).toEqual([true, true]);
      await step(id, 'recalled', lender);
      expect([await isInHand(), await isInHand(lender)]).toEqual([true, true]);

      now = during.untilAt;
      expect([await isInHand(), await isInHand(lender)]).toEqual([false, true]);
    });

    it('end what who borrowed sees of him as he is given back', async () => {
      now = addMinutes(during.fromAt, 60);
      expect([await isSeen(), await isInHand()]).toEqual([true, true]);

      await step(id, 'returned');

      expect([await isSeen(), await isInHand()]).toEqual([false, false]);
    });

    it('show him to who borrowed over their date, until his last job there is done', async () => {
      await holdForJob(pair);
      now = addMinutes(during.untilAt, 1);
      expect([await isSeen(), await isInHand()]).toEqual([true, false]);

      await database.dataSource.query(`UPDATE assignment SET state = 'done' WHERE driver_id = $1`, [
        pair.driverId,
      ]);

      expect(await isSeen()).toBe(false);
    });
  });

  it('tell everybody who asks, and nobody else who offers what', async () => {
    const pair = await aPair();
    const id = await ask(2);
    await offer(id, pair);

    const seen = await module.get(LoanQueries).request(stranger.dispatcher, id);

    expect(seen).toMatchObject({ isOwn: false, vehicleCount: 2, loans: [] });
    expect(await loansOf(id)).toHaveLength(1);
    expect(await loansOf(id, lender)).toHaveLength(1);
    const find = module.get(VehicleQueries).get(asker.dispatcher, pair.vehicleId);
    await expect(find).rejects.toMatchObject({ code: 'VEHICLE_NOT_FOUND' });
  });

  it('are hidden from all others once the request is closed', async () => {
    const id = await ask();
    await module.get(AskForLoanService).close(asker.dispatcher, id, '"1"');

    await expect(module.get(LoanQueries).request(stranger.dispatcher, id)).rejects.toMatchObject({
      code: 'LOAN_REQUEST_NOT_FOUND',
    });
    await expect(offer(id, await aPair())).rejects.toMatchObject({
      code: 'LOAN_REQUEST_NOT_FOUND',
    });
  });

  it('are offered of one’s own alone, and not twice', async () => {
    const id = await ask(3);
    const [own, others] = [await aPair(), await aPair(stranger)];

    await expect(offer(id, others)).rejects.toMatchObject({ code: 'VEHICLE_NOT_FOUND' });
    await expect(
      offer(id, { vehicleId: own.vehicleId, driverId: others.driverId }),
    ).rejects.toMatchObject({ code: 'DRIVER_NOT_FOUND' });
    await expect(offer(id, await aPair(asker), asker)).rejects.toMatchObject({
      code: 'LOAN_TO_ONESELF',
    });
    await offer(id, own);
    await expect(offer(id, own)).rejects.toMatchObject({ code: 'LOAN_OFFERED_ALREADY' });
  });

  it('never lend a truck to two at once', async () => {
    const pair = await aPair();
    const [first, second] = [await ask(), await ask()];
    await offer(first, pair);
    await offer(second, pair);
    await step(first, 'accepted');

    await expect(step(second, 'accepted')).rejects.toMatchObject({ code: 'LOAN_NOT_FREE' });
    await expect(offer(await ask(), pair)).rejects.toMatchObject({ code: 'LOAN_NOT_FREE' });
  });

  it('are answered by who asked, and taken back by who offered', async () => {
    const id = await ask(2);
    await offer(id, await aPair());

    await expect(step(id, 'accepted', lender)).rejects.toMatchObject({
      code: 'LOAN_STEP_INVALID',
      details: { possible: ['withdrawn'] },
    });
    await step(id, 'withdrawn', lender);
    await expect(step(id, 'accepted')).rejects.toMatchObject({ code: 'LOAN_STEP_INVALID' });
  });

  describe('before their date', () => {
    let pair: Awaited<ReturnType<typeof aPair>>;
    let id: LoanRequestId;

    beforeEach(async () => {
      pair = await aPair();
      id = await ask();
      await offer(id, pair);
      await step(id, 'accepted');
      now = addMinutes(began, 120);
    });

    it('are given back by who borrowed, and free for others from then on', async () => {
      await step(id, 'returned');

      expect(await usableAt(asker, 100)).toEqual([pair.vehicleId]);
      expect(await usableAt(asker, 121)).toEqual([]);
      expect(await loansOf(id)).toMatchObject([{ state: 'returned' }]);
      const again = await ask();
      await offer(again, pair);
      await step(again, 'accepted');
      expect(await usableAt(asker, 121)).toEqual([pair.vehicleId]);
    });

    it('are asked back by who lent, and stay lent until they are given back', async () => {
      await expect(step(id, 'returned', lender)).rejects.toMatchObject({
        code: 'LOAN_STEP_INVALID',
        details: { possible: ['recalled'] },
      });
      await step(id, 'recalled', lender);
      expect(await usableAt(asker, 121)).toEqual([pair.vehicleId]);
      await expect(offer(await ask(), pair)).rejects.toMatchObject({ code: 'LOAN_NOT_FREE' });

      await step(id, 'accepted');
      await step(id, 'recalled', lender);
      await step(id, 'returned');

      expect(await usableAt(asker, 121)).toEqual([]);
    });

    it('are not given back while they have a job', async () => {
      await holdForJob(pair);

      await expect(step(id, 'returned')).rejects.toMatchObject({ code: 'LOAN_VEHICLE_AT_WORK' });
      expect(await usableAt(asker, 121)).toEqual([pair.vehicleId]);
    });

    it('are back by themselves at their date', async () => {
      now = addMinutes(began, 361);

      await expect(step(id, 'returned')).rejects.toMatchObject({
        code: 'LOAN_STEP_INVALID',
        details: { possible: [] },
      });
    });

    it('tell both sides who made what of them, and why', async () => {
      await step(id, 'recalled', lender);

      const steps = [
        { toState: 'offered', reason },
        { toState: 'accepted', reason },
        { toState: 'recalled', reason, decidedAt: now.toISOString() },
      ];
      expect(await loansOf(id)).toMatchObject([{ steps }]);
      expect(await loansOf(id, lender)).toMatchObject([{ steps }]);
    });
  });

  it('refuse a time that is over', async () => {
    const past = { fromAt: addMinutes(now, -60), untilAt: addMinutes(now, -30) };

    await expect(
      module
        .get(AskForLoanService)
        .ask(asker.dispatcher, { plantId: asker.plantId, vehicleCount: 1, ...past, reason }),
    ).rejects.toMatchObject({ code: 'LOAN_PERIOD_INVALID' });
  });
});
