import { SYSTEM_SCOPE } from '@tongyun/kernel';
import type { EventListener, EventRelay, LiveHub } from '@tongyun/platform';
import type { TerminalQueries } from '../terminal-queries.service.js';
import { PushWhenTerminalChanged } from './push-when-terminal-changed.listener.js';

const seenAt = new Date('2026-11-23T02:00:00Z');
const aTerminal = { id: 't1', phone: '013900000001', authCode: 'secret', vehicleId: 'v1' };

/** What the hub is told when terminal t1, on a vehicle of `ownerEnterpriseId`, changes. */
async function pushedFor(ownerEnterpriseId: string | null): Promise<unknown[][]> {
  const told: unknown[][] = [];
  const listeners: EventListener<{ terminalId: string }>[] = [];
  const relay = { listen: (listener: never) => listeners.push(listener) };
  const hub = { changed: (...change: unknown[]) => told.push(change) };
  const terminals = {
    get: async (scope: unknown, id: string) => {
      expect([scope, id]).toEqual([SYSTEM_SCOPE, 't1']);
      const terminal = { ...aTerminal, firstSeenAt: seenAt, lastSeenAt: seenAt };
      return { terminal, vehicle: { plateNo: '浙A12345', ownerEnterpriseId } };
    },
  };
  new PushWhenTerminalChanged(
    relay as unknown as EventRelay,
    hub as unknown as LiveHub,
    terminals as unknown as TerminalQueries,
  ).onModuleInit();
  expect(listeners.map(({ event }) => event)).toEqual(['fleet.terminal_changed']);
  await listeners[0]!.handle({} as never, { terminalId: 't1' }, 'e1' as never);
  return told;
}

describe('PushWhenTerminalChanged', () => {
  it('tells the owner of the vehicle, and never the authentication code', async () => {
    const [change] = await pushedFor('e-owner');

    expect(change).toMatchObject(['terminal', 't1', ['e-owner'], { plateNo: '浙A12345' }]);
    expect(JSON.stringify(change)).not.toContain('secret');
  });

  it('tells only the authorities of a terminal on nobody’s vehicle', async () => {
    expect((await pushedFor(null))[0]![2]).toEqual([]);
  });
});
