import type { TerminalOrderAnswer } from '@tongyun/contracts';
import { newId, type TerminalId, type TerminalOrderId, type VehicleId } from '@tongyun/kernel';
import type { FixRows, IncomingFix, PreparedFixes } from '@tongyun/tracking';
import type { LoggedBytes, LoggedTerminal } from '@tongyun/fleet';
import type { LogDesk } from '../../apps/gateway/src/raw-log.js';
import type { OrderDesk, OrderToTell } from '../../apps/gateway/src/order-desk.js';
import type {
  RefusedTerminal,
  RegistrationOutcome,
  TerminalIdentities,
  TerminalIdentity,
  TerminalRegistration,
} from '../../apps/gateway/src/terminal-identities.js';

/** The code that every terminal of these fakes is given. */
export const AUTH_CODE = 'f3a9';

/** Knows every number, and keeps what it was asked. */
export class FakeIdentities implements TerminalIdentities {
  readonly registered: TerminalRegistration[] = [];
  readonly identified: string[] = [];
  readonly blocked = new Set<string>();
  /** Numbers whose code another device has. */
  readonly taken = new Set<string>();
  readonly refusals: RefusedTerminal[] = [];
  private decided: TerminalId[] = [];
  private readonly known = new Map<string, TerminalIdentity>();

  register(registration: TerminalRegistration): Promise<RegistrationOutcome> {
    this.registered.push(registration);
    const { phone } = registration;
    if (this.blocked.has(phone)) return Promise.resolve({ result: 'blocked' });
    if (this.taken.has(phone)) return Promise.resolve({ result: 'another' });
    return Promise.resolve({ result: 'accepted', authCode: AUTH_CODE });
  }

  authenticate(phone: string, authCode: string): Promise<TerminalIdentity> {
    if (authCode !== AUTH_CODE) return Promise.resolve({ ok: false, code: 'AUTH_CODE_WRONG' });
    return this.identify(phone);
  }

  identify(phone: string): Promise<TerminalIdentity> {
    if (this.blocked.has(phone)) return Promise.resolve({ ok: false, code: 'TERMINAL_BLOCKED' });
    this.identified.push(phone);
    const identity = this.known.get(phone) ?? {
      ok: true,
      terminalId: newId<TerminalId>(),
      vehicleId: newId<VehicleId>(),
      isDrumInverted: false,
    };
    this.known.set(phone, identity);
    return Promise.resolve(identity);
  }

  refused(terminal: RefusedTerminal): Promise<void> {
    this.refusals.push(terminal);
    return Promise.resolve();
  }

  decidedSince(): Promise<readonly TerminalId[]> {
    return Promise.resolve(this.decided);
  }

  /** Puts a terminal on another vehicle, as a fitter decides. */
  bindAnew(phone: string): VehicleId {
    const terminalId = this.terminalOf(phone);
    const vehicleId = newId<VehicleId>();
    this.known.set(phone, { ok: true, terminalId, vehicleId, isDrumInverted: false });
    this.decided = [terminalId];
    return vehicleId;
  }

  vehicleOf(phone: string): VehicleId | null {
    const identity = this.known.get(phone);
    return identity?.ok ? identity.vehicleId : null;
  }

  terminalOf(phone: string): TerminalId {
    const identity = this.known.get(phone);
    if (!identity?.ok) throw new Error(`${phone} is not known`);
    return identity.terminalId;
  }
}

/** As one block that nobody has numbered. */
export const preparedOf = (fixes: FixRows): PreparedFixes => ({
  count: fixes.count,
  blocks: [{ fixes, from: 0, to: fixes.count, firstArrival: 0, copied: null }],
});

/** Stores at once, or when the test lets it. */
export class FakeStore {
  readonly fixes: IncomingFix[] = [];
  fails = false;
  private gate: Promise<void> = Promise.resolve();
  private open: (() => void) | undefined;

  hold(): () => void {
    this.gate = new Promise((resolve) => (this.open = resolve));
    return () => this.open?.();
  }

  prepare(fixes: FixRows): Promise<PreparedFixes> {
    return Promise.resolve(preparedOf(fixes));
  }

  async storePrepared({ blocks }: PreparedFixes): Promise<void> {
    await this.gate;
    if (this.fails) throw new Error('database gone');
    for (const { fixes } of blocks) this.fixes.push(...fixes);
  }
}

/** Has due what the test puts there, once for each time that it does. */
export class FakeDesk implements OrderDesk {
  readonly answers: {
    readonly id: TerminalOrderId;
    readonly state: 'done' | 'refused';
    readonly answer: TerminalOrderAnswer;
  }[] = [];
  private waiting: OrderToTell[] = [];

  put(terminalId: TerminalId, command: OrderToTell['command'], again?: OrderToTell): OrderToTell {
    const order = again ?? { id: newId<TerminalOrderId>(), terminalId, command };
    this.waiting.push(order);
    return order;
  }

  due(): Promise<readonly TerminalId[]> {
    return Promise.resolve(this.waiting.map(({ terminalId }) => terminalId));
  }

  take(terminalIds: readonly TerminalId[]): Promise<readonly OrderToTell[]> {
    const taken = this.waiting.filter(({ terminalId }) => terminalIds.includes(terminalId));
    this.waiting = this.waiting.filter((order) => !taken.includes(order));
    return Promise.resolve(taken);
  }

  giveUpOverdue(): Promise<void> {
    return Promise.resolve();
  }

  answered(
    id: TerminalOrderId,
    state: 'done' | 'refused',
    answer: TerminalOrderAnswer,
  ): Promise<void> {
    this.answers.push({ id, state, answer });
    return Promise.resolve();
  }
}

/** Keeps the bytes of those that the test names. */
export class FakeLogDesk implements LogDesk {
  readonly pieces: LoggedBytes[] = [];
  readonly switchedOn: LoggedTerminal[] = [];

  logged(): Promise<readonly LoggedTerminal[]> {
    return Promise.resolve(this.switchedOn);
  }

  keep(pieces: readonly LoggedBytes[]): Promise<void> {
    this.pieces.push(...pieces);
    return Promise.resolve();
  }
}
