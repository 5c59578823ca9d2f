import { CreateEnterpriseService, CreateVehicleService } from '@tongyun/fleet';
import { type AccessScope, type EnterpriseId, newId, type PassId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { aMixer } from '../../../test/support/a-mixer.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ComplianceModule } from './compliance.module.js';
import { RoadPassEntity } from './data/index.js';
import { PassCodes } from './pass-codes.service.js';
import { PassKeys } from './pass-keys.service.js';

let now = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');
const keeper = anAuthority('system_admin');
const officer = anAuthority('police');

describe('codes of passes', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let enterpriseId: EnterpriseId;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [ComplianceModule], { now: () => now });
    ({ id: enterpriseId } = await module
      .get(CreateEnterpriseService)
      .create(admin, { name: '余杭商砼', shortName: '余砼', district: '余杭', mode: 'dispatch' }));
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(() => {
    now = new Date(now.getTime() + 1_000);
  });

  async function aPass(change: Partial<RoadPassEntity> = {}) {
    const vehicle = await module
      .get(CreateVehicleService)
      .create(admin, aMixer({ ownerEnterpriseId: enterpriseId }));
    const id = newId<PassId>();
    await database.dataSource.manager.insert(RoadPassEntity, {
      id,
      passNo: `202611${vehicle.plateNo!.slice(1)}001`,
      vehicleId: vehicle.id,
      zoneIds: [],
      roads: [],
      hours: [],
      validFrom: now,
      validTo: new Date('2026-12-31T16:00:00Z'),
      issuingBody: 'traffic_police',
      state: 'valid',
      issuedBy: admin.userId,
      issuedAt: new Date('2026-11-23T01:30:00Z'),
      version: 1,
      ...change,
    });
    return { id, vehicle };
  }
  const codeOf = (id: PassId, scope: AccessScope = admin) => module.get(PassCodes).of(scope, id);
  const read = (code: string) => module.get(PassCodes).read(officer, code);

  it('state number, plate and day of issue, and nothing of what the pass is worth', async () => {
    const { id, vehicle } = await aPass();

    const statement = await read(await codeOf(id));

    expect(statement).toEqual({
      n: `202611${vehicle.plateNo!.slice(1)}001`,
      p: vehicle.plateNo,
      c: 'yellow',
      iat: Date.parse('2026-11-23T01:30:00Z') / 1_000,
    });
  });

  it('state the equipment number of a trailer pump, which has no plate', async () => {
    const { id: vehicleId } = await module.get(CreateVehicleService).create(
      admin,
      aMixer({
        kind: 'trailer_pump',
        plateNo: null,
        plateColor: null,
        equipmentNo: 'HBT80-XS-T1',
        ownerEnterpriseId: enterpriseId,
      }),
    );
    const { id } = await aPass({ vehicleId, passNo: '202611HBT80-XS-T1001' });

    expect(await read(await codeOf(id))).toMatchObject({ p: null, c: null, e: 'HBT80-XS-T1' });
  });

  it('are short enough to be printed small', async () => {
    const { id } = await aPass();

    expect((await codeOf(id)).length).toBeLessThan(300);
  });

  it('are refused when a letter of them was changed', async () => {
    const { id } = await aPass();
    const [header, statement, seal] = (await codeOf(id)).split('.') as [string, string, string];
    const words = JSON.parse(Buffer.from(statement, 'base64url').toString()) as { p: string };
    const forged = Buffer.from(JSON.stringify({ ...words, p: '浙A99999' })).toString('base64url');

    await expect(read(`${header}.${forged}.${seal}`)).rejects.toMatchObject({
      code: 'PASS_CODE_INVALID',
    });
    await expect(read('no code at all')).rejects.toMatchObject({ code: 'PASS_CODE_INVALID' });
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    await expect(read(`${unsigned}.${statement}.`)).rejects.toMatchObject({
      code: 'PASS_CODE_INVALID',
    });
  });

  it('stay genuine when the key is rotated, and are signed by the new one from then on', async () => {
    const { id } = await aPass();
    const [before, { keys: had }] = [await codeOf(id), await module.get(PassKeys).publicSet()];

    const key = await module.get(PassKeys).rotate(keeper, 'yearly');

    const { keys } = await module.get(PassKeys).publicSet();
    expect(keys.map(({ kid }) => kid)).toEqual([key.id, ...had.map(({ kid }) => kid)]);
    expect(JSON.stringify(keys)).not.toContain(key.privateD);
    expect(await read(before)).toMatchObject({ c: 'yellow' });
    const [header] = (await codeOf(id)).split('.');
    expect(JSON.parse(Buffer.from(header!, 'base64url').toString())).toEqual({
      alg: 'EdDSA',
      kid: key.id,
    });
  });

  it('are genuine no more once their key is withdrawn, and are signed by another', async () => {
    const { id } = await aPass();
    const before = await codeOf(id);
    const lost = (await module.get(PassKeys).publicSet()).keys[0]!;

    await module.get(PassKeys).withdraw(keeper, lost.kid, 'the machine was stolen');

    await expect(read(before)).rejects.toMatchObject({ code: 'PASS_CODE_INVALID' });
    expect(await read(await codeOf(id))).toMatchObject({ c: 'yellow' });
    const all = await module.get(PassKeys).list(keeper);
    expect(all.find((key) => key.id === lost.kid)).toMatchObject({
      withdrawnAt: now,
      withdrawalReason: 'the machine was stolen',
      withdrawnBy: keeper.userId,
    });
    await module.get(PassKeys).withdraw(keeper, lost.kid, 'once is as good as twice');
    expect(
      await database.dataSource.query(
        `SELECT kind, public_x, reason, decided_by FROM pass_key_decision
         WHERE key_id = $1 ORDER BY id`,
        [lost.kid],
      ),
    ).toEqual([
      expect.objectContaining({ kind: 'made', public_x: lost.x }),
      {
        kind: 'withdrawn',
        public_x: lost.x,
        reason: 'the machine was stolen',
        decided_by: keeper.userId,
      },
    ]);
    await expect(
      database.dataSource.query(`UPDATE pass_key SET withdrawn_at = NULL WHERE id = $1`, [
        lost.kid,
      ]),
    ).rejects.toThrow(/only added/);
    await expect(module.get(PassKeys).withdraw(keeper, 'no-key', 'x')).rejects.toMatchObject({
      code: 'PASS_KEY_NOT_FOUND',
    });
  });

  it('are made for those who may see the pass, and for none that was revoked', async () => {
    const { id } = await aPass();
    const { id: revoked } = await aPass({ state: 'revoked' });

    expect(await codeOf(id, anEmployee(enterpriseId))).toEqual(await codeOf(id));
    await expect(codeOf(id, anEmployee(newId<EnterpriseId>()))).rejects.toMatchObject({
      code: 'PASS_NOT_FOUND',
    });
    await expect(codeOf(revoked)).rejects.toMatchObject({ code: 'PASS_NOT_PRINTABLE' });
  });
});
