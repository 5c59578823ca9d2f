import { randomInt } from 'node:crypto';
import { addMinutes, SYSTEM_SCOPE, type TerminalId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { FleetModule } from './fleet.module.js';
import { IdentifyTerminalService } from './identify-terminal.service.js';
import { RawLogDesk } from './raw-log-desk.service.js';
import { SetRawLogService } from './set-raw-log.service.js';

const START = new Date('2026-05-04T08:00:00Z');
const DAY_MIN = 24 * 60;
const PIECE = { direction: 'in', isStatedOnly: false, droppedBefore: 0 } as const;
const admin = anAuthority('concrete_admin');

describe('raw logs', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let now = START;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [FleetModule], { now: () => now });
  });
  beforeEach(() => (now = addMinutes(now, 30 * DAY_MIN)));
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const aTerminal = async (): Promise<TerminalId> => {
    const phone = `0139${randomInt(10_000_000, 99_999_999)}`;
    const call = { phone, isAuthenticated: true };
    const identity = await module.get(IdentifyTerminalService).identify(SYSTEM_SCOPE, call);
    if (!identity.ok) throw new Error(identity.code);
    return identity.terminalId;
  };
  const switchLog = (terminalId: TerminalId, isOn: boolean) =>
    module.get(SetRawLogService).set(admin, terminalId, { isOn, minutes: 60 });
  const keep = (terminalId: TerminalId, hexes: readonly string[]) =>
    module.get(RawLogDesk).keep(hexes.map((hex) => ({ ...PIECE, terminalId, at: now, hex })));
  const read = async (terminalId: TerminalId) => {
    const pieces = await module.get(SetRawLogService).read(admin, terminalId, { limit: 100 });
    return pieces.map(({ hex }) => hex);
  };
  const isLogged = async (terminalId: TerminalId) =>
    (await module.get(RawLogDesk).logged()).some(({ id }) => id === terminalId);

  it('run from being switched on until their time is over', async () => {
    const terminalId = await aTerminal();
    expect(await isLogged(terminalId)).toBe(false);
    await switchLog(terminalId, true);
    expect(await isLogged(terminalId)).toBe(true);

    now = addMinutes(now, 60);
    expect(await isLogged(terminalId)).toBe(false);
  });

  it('end when they are switched off, and can be read, newest first', async () => {
    const terminalId = await aTerminal();
    await switchLog(terminalId, true);
    await keep(terminalId, ['01', '02', '03']);
    await switchLog(terminalId, false);

    expect(await isLogged(terminalId)).toBe(false);
    expect(await read(terminalId)).toEqual(['03', '02', '01']);
  });

  it('hold no more than their newest 10,000 pieces, and say how many came before', async () => {
    const terminalId = await aTerminal();
    for (let batch = 0; batch < 6; batch += 1) {
      now = addMinutes(now, 1);
      await keep(
        terminalId,
        Array.from({ length: 2_000 }, () => `0${batch}`),
      );
    }
    const [{ count, oldest, dropped, saidByOldest }] = await database.dataSource.query(
      `SELECT count(*)::int AS count, min(hex) AS oldest, sum(dropped_before)::int AS dropped,
         (SELECT dropped_before FROM terminal_bytes WHERE terminal_id = $1 ORDER BY at, id LIMIT 1)
           AS "saidByOldest"
       FROM terminal_bytes WHERE terminal_id = $1`,
      [terminalId],
    );

    expect({ count, oldest }).toEqual({ count: 10_000, oldest: '01' });
    expect({ dropped, saidByOldest }).toEqual({ dropped: 2_000, saidByOldest: 2_000 });
  });

  it('are dropped when another begins a week after their end', async () => {
    const [old, young] = [await aTerminal(), await aTerminal()];
    await switchLog(old, true);
    await keep(old, ['01']);
    now = addMinutes(now, 7 * DAY_MIN);
    await switchLog(young, true);
    expect(await read(old)).toEqual(['01']); // it ended an hour after it began

    now = addMinutes(now, 61);
    await switchLog(young, true);
    expect(await read(old)).toEqual([]);
  });

  it('are refused to the twenty-first terminal at a time', async () => {
    for (let times = 0; times < 20; times += 1) await switchLog(await aTerminal(), true);

    await expect(switchLog(await aTerminal(), true)).rejects.toMatchObject({
      code: 'RAW_LOGS_FULL',
    });
  });
});
