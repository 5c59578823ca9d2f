import { DeliveriesModule } from '@tongyun/deliveries';
import { AgreeUseService } from '@tongyun/fleet';
import { VehicleEntity } from '@tongyun/fleet/data';
import { addMinutes, type EnterpriseId, newId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { buildWorks } from '../../../test/support/concrete-works.js';
import { putOnTheRoad } from '../../../test/support/put-on-the-road.js';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { SupervisionHttpModule } from './http/index.js';
import { RoadsideController } from './http/roadside.controller.js';

const now = new Date('2026-11-23T02:00:00Z');
const officer = anAuthority('police', { agency: '余杭交警大队' });

describe('the roadside question about another’s vehicle', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let clock = now;

  beforeAll(async () => {
    database = await openTestDatabase();
    const modules = [RoutingModule.with({}), DeliveriesModule, SupervisionHttpModule];
    module = await openTestModule(database, modules, { now: () => clock });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  it('goes by what was agreed by then, not by what was agreed afterwards of that time', async () => {
    const works = await buildWorks(database.dataSource.manager);
    const [mixer, driver] = [await works.addMixer(), await works.addDriver()];
    await putOnTheRoad(module, works, { vehicleId: mixer.id, driverId: driver.id }, now);
    await database.dataSource
      .getRepository(VehicleEntity)
      .update(mixer.id, { ownerEnterpriseId: newId<EnterpriseId>() });
    const codesAt = async (at: Date) => {
      const view = await module
        .get(RoadsideController, { strict: false })
        .ask(officer, mixer.plateNo!, { purpose: 'patrol', at });
      return view.reasons.map(({ code }) => code);
    };
    expect(await codesAt(now)).toContain('undeclared_use');

    clock = addMinutes(now, 10);
    await module.get(AgreeUseService, { strict: false }).agree(SYSTEM_SCOPE, mixer.id, {
      enterpriseId: works.enterpriseId,
      kind: 'hired',
      validFrom: addMinutes(now, -600),
      validTo: null,
    });

    expect(await codesAt(now)).toContain('undeclared_use');
    expect(await codesAt(clock)).not.toContain('undeclared_use');
  });
});
