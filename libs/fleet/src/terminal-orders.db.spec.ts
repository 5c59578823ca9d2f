import { randomInt } from 'node:crypto';
import { addMinutes, addSeconds, SYSTEM_SCOPE, type TerminalId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import type { TestingModule } from '@nestjs/testing';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { BlockTerminalService } from './block-terminal.service.js';
import { FleetModule } from './fleet.module.js';
import { IdentifyTerminalService } from './identify-terminal.service.js';
import { OrderTerminalService } from './order-terminal.service.js';
import { TerminalOrderDesk } from './terminal-order-desk.service.js';

const START = new Date('2026-05-04T08:00:00Z');
const admin = anAuthority('concrete_admin');
const warning = {
  kind: 'text',
  text: '前方限行',
  isUrgent: true,
  isShown: true,
  isSpoken: true,
} as const;
const NO_ANSWER = { result: null, position: null, parameters: null };

describe('what terminals are to be told', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let now = START;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [FleetModule], { now: () => now });
  });
  beforeEach(() => (now = START));
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const aTerminal = async (): Promise<TerminalId> => {
    const phone = `0139${randomInt(10_000_000, 99_999_999)}`;
    const call = { phone, protocolVersion: '2013', isAuthenticated: true };
    const identity = await module.get(IdentifyTerminalService).identify(SYSTEM_SCOPE, call);
    if (!identity.ok) throw new Error(identity.code);
    return identity.terminalId;
  };
  const tell = (terminalId: TerminalId) =>
    module.get(OrderTerminalService).order(admin, terminalId, warning);
  const desk = () => module.get(TerminalOrderDesk);
  const stateOf = async (terminalId: TerminalId) => {
    const [newest] = await module.get(OrderTerminalService).ordersOf(admin, terminalId);
    return newest;
  };

  it('wait for the terminal, go out once, and come back with its answer', async () => {
    const terminalId = await aTerminal();
    const { id } = await tell(terminalId);
    expect(await desk().due()).toContain(terminalId);

    expect(await desk().take([terminalId])).toMatchObject([{ id, command: warning, sends: 1 }]);
    expect(await desk().take([terminalId])).toEqual([]);
    await desk().answered(id, 'done', { ...NO_ANSWER, result: 0 });

    expect(await stateOf(terminalId)).toMatchObject({
      state: 'done',
      sentAt: START,
      answer: { result: 0 },
    });
    expect(await desk().due()).not.toContain(terminalId);
  });

  it('go out again after each time-out, three times, and are given up then', async () => {
    const terminalId = await aTerminal();
    await tell(terminalId);
    const sentAfterSec: number[] = [];
    for (let sec = 0; sec <= 600; sec += 5) {
      now = addSeconds(START, sec);
      if ((await desk().take([terminalId])).length > 0) sentAfterSec.push(sec);
    }

    expect(sentAfterSec).toEqual([0, 15, 45, 135]);
    expect(await stateOf(terminalId)).toMatchObject({ state: 'unanswered', sends: 4 });
  });

  it('expire when the terminal does not come within the hour', async () => {
    const terminalId = await aTerminal();
    await tell(terminalId);
    now = addMinutes(START, 60);

    await desk().giveUpOverdue();

    expect(await stateOf(terminalId)).toMatchObject({ state: 'expired', sends: 0 });
  });

  it('take no second answer', async () => {
    const terminalId = await aTerminal();
    const { id } = await tell(terminalId);
    await desk().take([terminalId]);
    await desk().answered(id, 'refused', { ...NO_ANSWER, result: 3 });
    await desk().answered(id, 'done', { ...NO_ANSWER, result: 0 });

    expect(await stateOf(terminalId)).toMatchObject({ state: 'refused', answer: { result: 3 } });
  });

  it('are forgotten with the transaction that gave them', async () => {
    const terminalId = await aTerminal();
    const orders = module.get(OrderTerminalService);

    await expect(
      module.get(UnitOfWork).run(async (tx) => {
        await orders.orderIn(tx, SYSTEM_SCOPE, terminalId, warning);
        throw new Error('the alert was not written');
      }),
    ).rejects.toThrow('the alert was not written');

    expect(await stateOf(terminalId)).toBeUndefined();
  });

  it('are refused for a blocked terminal', async () => {
    const terminalId = await aTerminal();
    const block = { isBlocked: true, reason: 'stolen' };
    await module.get(BlockTerminalService).setBlocked(admin, terminalId, block);

    await expect(tell(terminalId)).rejects.toMatchObject({ code: 'TERMINAL_BLOCKED' });
  });
});
