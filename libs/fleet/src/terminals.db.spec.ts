import { randomInt } from 'node:crypto';
import {
  type AccessScope,
  addMinutes,
  type DomainError,
  type EnterpriseId,
  newId,
  SYSTEM_SCOPE,
  type TerminalId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import type { TestingModule } from '@nestjs/testing';
import { aMixer, aPlate } from '../../../test/support/a-mixer.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AgreeUseService } from './agree-use.service.js';
import { AuthenticateTerminalService } from './authenticate-terminal.service.js';
import { BindTerminalService } from './bind-terminal.service.js';
import { BlockTerminalService } from './block-terminal.service.js';
import { CalibrateDrumService } from './calibrate-drum.service.js';
import { CreateEnterpriseService } from './create-enterprise.service.js';
import { CorrectVehicleService } from './correct-vehicle.service.js';
import { CreateVehicleService } from './create-vehicle.service.js';
import { TerminalDecisionEntity } from './data/terminal-decision.entity.js';
import { EnterTerminalService } from './enter-terminal.service.js';
import { FleetModule } from './fleet.module.js';
import { IdentifyTerminalService } from './identify-terminal.service.js';
import { NoteRefusedTerminalService } from './note-refused-terminal.service.js';
import { OrderTerminalService } from './order-terminal.service.js';
import { RegisterTerminalService } from './register-terminal.service.js';
import type { StatedDevice } from './rules/registering-device.js';
import { TerminalQueries } from './terminal-queries.service.js';
import { VehicleQueries } from './vehicle-queries.service.js';

const admin = anAuthority('concrete_admin');
const warning = {
  kind: 'text',
  text: '前方限行',
  isUrgent: true,
  isShown: true,
  isSpoken: true,
} as const;
/** What comes of an attempt: that it is done, or the code of why not. */
const outcomeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    ({ code }: DomainError) => code,
  );
const aPhone = () => `0139${randomInt(10_000_000, 99_999_999)}`;
const registrationOf = (phone: string, plateNo: string | null) => ({
  phone,
  terminalNo: 'T1',
  manufacturer: '70111',
  model: 'BSJ-A6',
  plateNo,
  plateColor: plateNo === null ? null : ('yellow' as const),
  protocolVersion: '2019',
  lastFrame: '7e0100007e',
});

describe('terminals', () => {
  let database: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [FleetModule], { now: () => new Date() });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const register = (phone: string, plateNo: string | null) =>
    module.get(RegisterTerminalService).register(SYSTEM_SCOPE, registrationOf(phone, plateNo));
  const accepted = async (phone: string, plateNo: string | null) => {
    const answer = await register(phone, plateNo);
    if (answer.result !== 'accepted') throw new Error(`refused: ${answer.result}`);
    return answer;
  };
  const authenticate = (phone: string, authCode: string) =>
    module.get(AuthenticateTerminalService).authenticate(SYSTEM_SCOPE, { phone, authCode });
  const identify = (phone: string, isAuthenticated = false) =>
    module
      .get(IdentifyTerminalService)
      .identify(SYSTEM_SCOPE, { phone, protocolVersion: '2013', isAuthenticated });
  const vehicleOf = async (phone: string) => {
    const identity = await identify(phone, true);
    if (!identity.ok) throw new Error(identity.code);
    return module.get(VehicleQueries).get(SYSTEM_SCOPE, identity.vehicleId);
  };
  const anEnterprise = async () => {
    const name = `商砼 ${newId()}`;
    const enterprise = { name, shortName: '商砼', district: '余杭', mode: 'dispatch' } as const;
    return (await module.get(CreateEnterpriseService).create(admin, enterprise)).id;
  };
  const enterMixer = (plateNo: string, ownerEnterpriseId: EnterpriseId | null = null) =>
    module
      .get(CreateVehicleService)
      .create(admin, aMixer({ plateNo, ownerEnterpriseId, ownerName: '恒达运输' }));
  const bind = ({ id }: { id: TerminalId }, vehicle: { id: VehicleId }) =>
    module.get(BindTerminalService).bind(admin, id, vehicle.id);
  const bindDevice = (
    { id }: { id: TerminalId },
    vehicle: { id: VehicleId },
    device: StatedDevice,
  ) => module.get(BindTerminalService).bind(admin, id, vehicle.id, undefined, device);
  const correct = ({ id }: { id: VehicleId }, plateNo: string) =>
    module
      .get(UnitOfWork)
      .run((tx) => module.get(CorrectVehicleService).correct(tx, admin, id, aMixer({ plateNo })));
  const decisionsOn = (terminalId: string) =>
    database.dataSource
      .getRepository(TerminalDecisionEntity)
      .find({ where: { terminalId: terminalId as never }, order: { decidedAt: 'ASC' } });

  const registerAs = (phone: string, terminalNo: string) =>
    module
      .get(RegisterTerminalService)
      .register(SYSTEM_SCOPE, { ...registrationOf(phone, null), terminalNo });
  /** By a device that says neither its number nor its maker. */
  const registerSilently = async (phone: string) => {
    const registration = { ...registrationOf(phone, null), terminalNo: null, manufacturer: null };
    const answer = await module.get(RegisterTerminalService).register(SYSTEM_SCOPE, registration);
    return answer.result === 'accepted' ? answer.authCode : answer.result;
  };
  const noteRefused = (phone: string) =>
    module
      .get(NoteRefusedTerminalService)
      .note(SYSTEM_SCOPE, { phone, code: 'ANOTHER_TERMINAL', lastFrame: '7e0100007e' });
  /** A terminal that a fitter has put on an entered mixer, and its code. */
  const aBound = async () => {
    const [phone, plateNo] = [aPhone(), aPlate()];
    const mixer = await enterMixer(plateNo);
    const { terminal, authCode } = await accepted(phone, plateNo);
    await bind(terminal, mixer);
    return { phone, plateNo, mixer, terminal, authCode };
  };

  it('gives an unknown terminal with an unknown plate a provisional vehicle', async () => {
    const [phone, plateNo] = [aPhone(), aPlate()];

    const { terminal, authCode } = await accepted(phone, plateNo);

    expect(terminal).toMatchObject({ state: 'provisional', plateSent: plateNo });
    expect(await vehicleOf(phone)).toMatchObject({ plateNo, isProvisional: true });
    expect(await authenticate(phone, authCode)).toMatchObject({ ok: true });
  });

  it('answers a repeated registration with the same code and the same vehicle', async () => {
    const [phone, plateNo] = [aPhone(), aPlate()];
    const first = await accepted(phone, plateNo);

    const again = await accepted(phone, plateNo);

    expect(again.authCode).toBe(first.authCode);
    expect(again.terminal.vehicleId).toBe(first.terminal.vehicleId);
  });

  describe('of a number that another device states', () => {
    it('tells it no code, and leaves the terminal that has one as it is', async () => {
      const { phone, plateNo, mixer, terminal, authCode } = await aBound();

      expect(await registerAs(phone, 'T2')).toEqual({ result: 'another' });

      const known = await module.get(TerminalQueries).get(SYSTEM_SCOPE, terminal.id);
      expect(known.terminal).toMatchObject({ terminalNo: 'T1', plateSent: plateNo });
      expect(await authenticate(phone, authCode)).toMatchObject({ vehicleId: mixer.id });
      expect((await accepted(phone, plateNo)).authCode).toBe(authCode);
    });

    it('takes it, with a code of its own, once a fitter has bound it to the same truck', async () => {
      const { phone, mixer, terminal, authCode } = await aBound();
      await registerAs(phone, 'T2');
      await noteRefused(phone);

      await bind(terminal, mixer);
      const answer = await registerAs(phone, 'T2');

      if (answer.result !== 'accepted') throw new Error(answer.result);
      expect(answer.authCode).not.toBe(authCode);
      expect(answer.terminal).toMatchObject({ state: 'bound', vehicleId: mixer.id });
      expect(await authenticate(phone, authCode)).toMatchObject({ code: 'AUTH_CODE_WRONG' });
      expect(await registerAs(phone, 'T1')).toEqual({ result: 'another' });
    });

    it('takes none but the device that was bound, whoever states the number first', async () => {
      const { phone, mixer, terminal, authCode } = await aBound();
      await registerAs(phone, 'T2');
      await noteRefused(phone);
      const shown = await module.get(TerminalQueries).get(SYSTEM_SCOPE, terminal.id);
      expect(shown.terminal).toMatchObject({ claimedTerminalNo: 'T2' });
      const onTheCard = { terminalNo: 'T2', manufacturer: shown.terminal.claimedManufacturer };
      await registerAs(phone, 'T3');

      await bindDevice(terminal, mixer, onTheCard);

      expect(await registerAs(phone, 'T3')).toEqual({ result: 'another' });
      expect(await authenticate(phone, 'anything')).toMatchObject({ code: 'AUTH_CODE_WRONG' });
      expect(await authenticate(phone, authCode)).toMatchObject({ code: 'AUTH_CODE_WRONG' });
      expect(await identify(phone, true)).toMatchObject({ code: 'NOT_AUTHENTICATED' });
      expect(await registerAs(phone, 'T2')).toMatchObject({ result: 'accepted' });
      expect((await decisionsOn(terminal.id)).at(-1)?.reason).toContain('device T2');
    });

    it('tells nobody a code that a bound terminal brought from elsewhere', async () => {
      const phone = aPhone();
      await authenticate(phone, 'from another platform');
      const listed = await module
        .get(TerminalQueries)
        .list(admin, { limit: 200, order: 'last_seen' });
      const { terminal } = listed.find((row) => row.terminal.phone === phone)!;
      await bind(terminal, await enterMixer(aPlate()));

      expect(await register(phone, null)).toEqual({ result: 'another' });
      expect(await authenticate(phone, 'from another platform')).toMatchObject({ ok: true });
    });
  });

  describe('of a number on a vehicle by which a device comes that does not say which it is', () => {
    it.each([
      { how: 'registers', isRegistering: true },
      { how: 'shows a code', isRegistering: false },
    ])('stores what it reports apart until a person has bound it: $how', async (device) => {
      const [phone, mixer] = [aPhone(), await enterMixer(aPlate())];
      const entered = await module
        .get(EnterTerminalService)
        .enter(admin, { phone, vehicleId: mixer.id });

      const authCode = device.isRegistering
        ? await registerSilently(phone)
        : 'from another platform';

      expect(await authenticate(phone, authCode)).toMatchObject({ ok: true });
      expect(await vehicleOf(phone)).toMatchObject({ plateNo: null, isProvisional: true });
      expect((await decisionsOn(entered.id)).at(-1)).toMatchObject({
        kind: 'displaced',
        fromVehicleId: mixer.id,
        toState: 'provisional',
      });

      await bind(entered, mixer);
      expect(await authenticate(phone, authCode)).toMatchObject({ ok: true, vehicleId: mixer.id });
      expect(await authenticate(phone, 'another')).toMatchObject({ code: 'AUTH_CODE_WRONG' });
    });

    it('takes one that says which it is at its word, as it can be held to it', async () => {
      const [phone, mixer] = [aPhone(), await enterMixer(aPlate())];
      await module.get(EnterTerminalService).enter(admin, { phone, vehicleId: mixer.id });

      expect((await accepted(phone, null)).terminal).toMatchObject({
        state: 'bound',
        vehicleId: mixer.id,
      });
    });

    it('believes nobody on the vehicle while it is awaited, whoever was connected before', async () => {
      const { phone, mixer, terminal } = await aBound();
      expect(await registerSilently(phone)).toBe('another');
      await noteRefused(phone);
      await bind(terminal, mixer);

      expect(await identify(phone, true)).toMatchObject({ code: 'NOT_AUTHENTICATED' });
    });
  });

  it('gives no entered vehicle to an unknown terminal that states its plate, until somebody binds it', async () => {
    const [phone, plateNo] = [aPhone(), aPlate()];
    const mixer = await enterMixer(plateNo);

    const { terminal } = await accepted(phone, plateNo);

    expect(terminal).toMatchObject({ state: 'provisional', plateSent: plateNo });
    expect(await vehicleOf(phone)).toMatchObject({ plateNo: null, isProvisional: true });
    expect(await decisionsOn(terminal.id)).toEqual([]);

    await bind(terminal, mixer);
    expect((await vehicleOf(phone)).id).toBe(mixer.id);
    expect((await accepted(phone, plateNo)).terminal).toMatchObject({ state: 'bound' });
    expect(await decisionsOn(terminal.id)).toMatchObject([
      { kind: 'bound', decidedBy: admin.userId, toVehicleId: mixer.id },
    ]);
  });

  it('leaves a vehicle with its terminal when a second one states the same plate', async () => {
    const [first, second, plateNo] = [aPhone(), aPhone(), aPlate()];
    const mixer = await enterMixer(plateNo);
    await bind((await accepted(first, plateNo)).terminal, mixer);

    const { terminal } = await accepted(second, plateNo);

    expect(terminal.state).toBe('provisional');
    expect((await vehicleOf(first)).id).toBe(mixer.id);
    expect(await vehicleOf(second)).toMatchObject({ plateNo: null, isProvisional: true });
  });

  it('keeps what is stated but no plate out of the fleet', async () => {
    const phone = aPhone();

    const { terminal } = await accepted(phone, '测试车');

    expect(terminal.plateSent).toBe('测试车');
    expect((await vehicleOf(phone)).plateNo).toBeNull();
  });

  it('moves a terminal by hand and gives the one it displaces a vehicle of its own', async () => {
    const [oldPhone, newPhone, plateNo] = [aPhone(), aPhone(), aPlate()];
    const mixer = await enterMixer(plateNo);
    const old = await accepted(oldPhone, plateNo);
    await bind(old.terminal, mixer);
    const newcomer = await accepted(newPhone, null);

    await bind(newcomer.terminal, mixer);

    expect((await vehicleOf(newPhone)).id).toBe(mixer.id);
    expect(await vehicleOf(oldPhone)).toMatchObject({ plateNo: null, isProvisional: true });
    const displaced = (await decisionsOn(old.terminal.id)).at(-1);
    expect(displaced).toMatchObject({ kind: 'displaced', decidedBy: admin.userId });
  });

  it('turns a provisional vehicle into the real one and keeps its id and terminal', async () => {
    const [phone, plateNo] = [aPhone(), aPlate()];
    const { terminal } = await accepted(phone, plateNo);

    const mixer = await enterMixer(plateNo);

    expect(mixer).toMatchObject({ id: terminal.vehicleId, isProvisional: false });
    const found = await module.get(TerminalQueries).get(SYSTEM_SCOPE, terminal.id);
    expect(found.terminal.state).toBe('bound');
  });

  describe('of a plate that was misread when its vehicle was entered', () => {
    it('goes to the corrected vehicle, and what was stored keeps the plate it came under', async () => {
      const [phone, plateNo] = [aPhone(), aPlate()];
      const mixer = await enterMixer(aPlate());
      const { terminal } = await accepted(phone, plateNo);

      await correct(mixer, plateNo);

      expect(await vehicleOf(phone)).toMatchObject({ id: mixer.id, plateNo, plateColor: 'yellow' });
      const before = await module.get(VehicleQueries).get(SYSTEM_SCOPE, terminal.vehicleId!);
      expect(before).toMatchObject({ isProvisional: true, plateNo, plateColor: null });
      expect((await decisionsOn(terminal.id)).at(-1)).toMatchObject({
        kind: 'bound',
        fromVehicleId: before.id,
        toVehicleId: mixer.id,
        decidedBy: admin.userId,
      });
      expect((await accepted(phone, plateNo)).terminal.vehicleId).toBe(mixer.id);
    });

    it('stays where it is when somebody bound another one to that vehicle', async () => {
      const [phone, plateNo, fitted] = [aPhone(), aPlate(), aPhone()];
      const mixer = await enterMixer(aPlate());
      await bind((await accepted(fitted, null)).terminal, mixer);
      const { terminal } = await accepted(phone, plateNo);

      await correct(mixer, plateNo);

      expect(await vehicleOf(fitted)).toMatchObject({ id: mixer.id, plateNo });
      expect((await vehicleOf(phone)).id).toBe(terminal.vehicleId);
    });
  });

  it('refuses a blocked terminal everywhere, and lets it in again when unblocked', async () => {
    const phone = aPhone();
    const { terminal, authCode } = await accepted(phone, aPlate());
    const block = module.get(BlockTerminalService);

    await block.setBlocked(admin, terminal.id, { isBlocked: true, reason: 'sends rubbish' });

    expect(await register(phone, null)).toEqual({ result: 'blocked' });
    expect(await authenticate(phone, authCode)).toEqual({ ok: false, code: 'TERMINAL_BLOCKED' });
    expect(await identify(phone)).toEqual({ ok: false, code: 'TERMINAL_BLOCKED' });
    await expect(
      module.get(BindTerminalService).bind(admin, terminal.id, (await enterMixer(aPlate())).id),
    ).rejects.toMatchObject({ code: 'TERMINAL_BLOCKED' });

    await block.setBlocked(admin, terminal.id, { isBlocked: false, reason: 'repaired' });
    expect(await authenticate(phone, authCode)).toMatchObject({ ok: true });
  });

  it('refuses a wrong authentication code', async () => {
    const phone = aPhone();
    await accepted(phone, aPlate());

    expect(await authenticate(phone, 'guessed')).toEqual({ ok: false, code: 'AUTH_CODE_WRONG' });
  });

  it('holds a terminal it never heard of to the code that it first shows', async () => {
    const phone = aPhone();

    expect(await authenticate(phone, 'from another platform')).toMatchObject({ ok: true });
    expect(await authenticate(phone, 'another')).toMatchObject({ ok: false });
    expect(await authenticate(phone, 'from another platform')).toMatchObject({ ok: true });
  });

  it('knows a bound terminal only once it has shown its code', async () => {
    const [phone, plateNo] = [aPhone(), aPlate()];
    const { authCode, terminal } = await accepted(phone, plateNo);
    await bind(terminal, await enterMixer(plateNo));

    expect(await identify(phone)).toEqual({ ok: false, code: 'NOT_AUTHENTICATED' });
    expect(await authenticate(phone, authCode)).toMatchObject({ ok: true });
    expect(await identify(phone, true)).toMatchObject({ ok: true });
  });

  it('gives a terminal that only reports one identity, however often it calls', async () => {
    const phone = aPhone();

    const [first, again] = [await identify(phone), await identify(phone)];

    expect(first).toMatchObject({ ok: true });
    expect(again).toEqual(first);
  });

  it('hides a provisional terminal from enterprises, but not from a fitter', async () => {
    const { terminal } = await accepted(aPhone(), null);
    const enterpriseId = newId<EnterpriseId>();
    const queries = module.get(TerminalQueries);

    await expect(
      queries.get(anEmployee(enterpriseId, 'enterprise_manager'), terminal.id),
    ).rejects.toMatchObject({ code: 'TERMINAL_NOT_FOUND' });
    expect(await queries.get(anEmployee(enterpriseId, 'fitter'), terminal.id)).toMatchObject({
      terminal: { id: terminal.id },
    });
  });

  it.each([
    { use: 'over', from: -120, to: -60, read: 'TERMINAL_NOT_FOUND', changed: 'TERMINAL_NOT_FOUND' },
    { use: 'in force', from: -60, to: 60, read: 'done', changed: 'FORBIDDEN' },
    {
      use: 'to come',
      from: 60,
      to: 120,
      read: 'TERMINAL_NOT_FOUND',
      changed: 'TERMINAL_NOT_FOUND',
    },
  ])(
    'is its owner’s to tell, turn and bind, and read by a hirer as long as he is one: use $use',
    async ({ from, to, read, changed }) => {
      const [owner, hirer, plateNo] = [await anEnterprise(), await anEnterprise(), aPlate()];
      const mixer = await enterMixer(plateNo, owner);
      const { terminal } = await accepted(aPhone(), plateNo);
      const newcomer = (await accepted(aPhone(), null)).terminal;
      await bind(terminal, mixer);
      await module.get(AgreeUseService).agree(admin, mixer.id, {
        enterpriseId: hirer,
        kind: 'hired',
        validFrom: addMinutes(new Date(), from),
        validTo: addMinutes(new Date(), to),
      });
      const changesBy = async (fitter: AccessScope) => [
        await outcomeOf(module.get(OrderTerminalService).order(fitter, terminal.id, warning)),
        await outcomeOf(
          module.get(CalibrateDrumService).calibrate(fitter, terminal.id, { isInverted: true }),
        ),
        await outcomeOf(module.get(BindTerminalService).bind(fitter, newcomer.id, mixer.id)),
      ];
      const [queries, manager] = [module.get(TerminalQueries), anEmployee(hirer)];

      expect(await outcomeOf(queries.get(manager, terminal.id))).toBe(read);
      const listed = await queries.list(manager, { limit: 200 });
      expect(listed.map((row) => row.terminal.id)).toEqual(read === 'done' ? [terminal.id] : []);
      expect(await changesBy(anEmployee(hirer, 'fitter'))).toEqual([changed, changed, 'FORBIDDEN']);
      expect((await queries.get(admin, terminal.id)).terminal).toMatchObject({
        vehicleId: mixer.id,
        isDrumInverted: false,
      });
      expect(await module.get(OrderTerminalService).ordersOf(admin, terminal.id)).toEqual([]);
      expect(await changesBy(anEmployee(owner, 'fitter'))).toEqual(['done', 'done', 'done']);
    },
  );

  it('learns which way a drum sensor is mounted, once and on record', async () => {
    const phone = aPhone();
    const { terminal } = await accepted(phone, aPlate());
    const calibrate = (isInverted: boolean) =>
      module.get(CalibrateDrumService).calibrate(admin, terminal.id, { isInverted });
    await calibrate(true);
    await calibrate(true);

    expect(await identify(phone, true)).toMatchObject({ isDrumInverted: true });
    expect(await decisionsOn(terminal.id)).toMatchObject([
      { kind: 'drum_inverted', decidedBy: admin.userId, toVehicleId: terminal.vehicleId },
    ]);
  });

  it('keeps why a terminal was turned down until it shows its code', async () => {
    const phone = aPhone();
    const { authCode, terminal } = await accepted(phone, aPlate());
    const note = { phone, code: 'AUTH_CODE_WRONG', lastFrame: '7e01027e' } as const;
    await module.get(NoteRefusedTerminalService).note(SYSTEM_SCOPE, note);

    const refused = await module.get(TerminalQueries).list(admin, { isRefused: true, limit: 200 });
    expect(refused.map((row) => row.terminal)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: terminal.id,
          refusalCode: 'AUTH_CODE_WRONG',
          lastFrame: '7e01027e',
        }),
      ]),
    );
    await authenticate(phone, authCode);
    expect((await module.get(TerminalQueries).get(admin, terminal.id)).terminal).toMatchObject({
      refusalCode: null,
    });
  });

  it('lists a terminal that never said who it is, and takes the first code it shows', async () => {
    const phone = aPhone();
    const note = { phone, code: 'NOT_AUTHENTICATED', lastFrame: null } as const;
    await module.get(NoteRefusedTerminalService).note(SYSTEM_SCOPE, note);

    expect(await authenticate(phone, '')).toMatchObject({ ok: false, code: 'AUTH_CODE_WRONG' });
    expect(await authenticate(phone, 'its own')).toMatchObject({ ok: true });
    expect(await authenticate(phone, 'another')).toMatchObject({ ok: false });
  });

  it('gives a code to a terminal that was turned down before it registered', async () => {
    const phone = aPhone();
    const note = { phone, code: 'NOT_AUTHENTICATED', lastFrame: null } as const;
    await module.get(NoteRefusedTerminalService).note(SYSTEM_SCOPE, note);

    const { authCode } = await accepted(phone, aPlate());

    expect(authCode).not.toBe('');
    expect(await authenticate(phone, authCode)).toMatchObject({ ok: true });
  });
});
