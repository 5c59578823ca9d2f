import {
  ANSWER,
  type Authenticate,
  type DecodedFrame,
  encodeFrame,
  encodePlatformAnswer,
  encodeRegisterAnswer,
  findLocationFault,
  type Header,
  type LocationFault,
  type LocationReport,
  MESSAGE_ID,
  MessageReader,
  type Register,
  REGISTER_RESULT,
  terminalNumberOf,
} from '@tongyun/jt808';
import type { Clock } from '@tongyun/kernel';
import type { IncomingFix } from '@tongyun/tracking';
import { Logger } from '@nestjs/common';
import type { FixBatcher } from './fix-batcher.js';
import type { FrameResult, GatewayMetrics } from './gateway-metrics.js';
import { PartsSetAside } from './parts-set-aside.js';
import { plateColorOf } from './plate-color.js';
import type { TerminalIdentities, TerminalIdentity } from './terminal-identities.js';
import { type Reporter, toIncomingFix } from './to-incoming-fix.js';

export interface SessionDoors {
  readonly identities: TerminalIdentities;
  readonly fixes: Pick<FixBatcher, 'add'>;
  readonly metrics: Pick<GatewayMetrics, 'countFrame' | 'countFixes'>;
  readonly clock: Clock;
}

/** A binding or a block decided meanwhile holds after so long on an open connection. */
const IDENTITY_KEPT_MS = 60_000;

/** Faults with which a report cannot be stored at all; every other one is left to the judge. */
const UNSTORABLE: ReadonlySet<LocationFault | null> = new Set(['no_time', 'out_of_range']);

interface KnownTerminal {
  readonly phone: string;
  readonly identity: TerminalIdentity;
  readonly keptUntilMs: number;
}

/**
 * One connection: takes bytes, answers every message as JT/T 808 asks.
 *
 * A position is answered once it is stored and not at all when storing fails, so that the terminal
 * sends it again. Whatever arrives, nothing is thrown out of here.
 */
export class TerminalSession {
  private readonly logger = new Logger(TerminalSession.name);
  private readonly reader = new MessageReader();
  private readonly parts = new PartsSetAside();
  private sequence = 0;
  private terminal: KnownTerminal | null = null;
  /** The number that has shown its code on this connection. */
  private authenticatedPhone: string | null = null;
  private isOver = false;

  constructor(
    private readonly doors: SessionDoors,
    private readonly send: (wire: Uint8Array) => void,
  ) {}

  /**
   * Works off the next bytes and resolves when everything in them is answered or given up.
   *
   * @returns whether the connection goes on; false after a log-out or for a blocked terminal
   */
  async receive(chunk: Uint8Array): Promise<boolean> {
    const stores: Promise<void>[] = [];
    for (const frame of this.reader.push(chunk)) {
      if (this.isOver) break;
      try {
        await this.take(frame, stores);
      } catch (cause) {
        this.doors.metrics.countFrame('not_answered');
        this.logger.error('A message could not be worked off', cause);
      }
    }
    await Promise.all(stores);
    return !this.isOver;
  }

  private async take(frame: DecodedFrame, stores: Promise<void>[]): Promise<void> {
    if (!frame.ok) {
      this.doors.metrics.countFrame(frame.code);
      if (frame.header) this.answer(frame.header, ANSWER.wrongMessage);
      return;
    }
    const { header, message } = frame;
    switch (message.kind) {
      case 'location':
        return this.takeReports(header, [message.report], stores);
      case 'location_batch':
        return this.takeReports(header, message.reports, stores);
      case 'heartbeat':
        return this.answerCounted(header, ANSWER.success, 'answered');
      case 'register':
        return this.register(header, message);
      case 'authenticate':
        return this.authenticate(header, message);
      case 'log_out':
        await Promise.all(stores);
        this.answerCounted(header, ANSWER.success, 'answered');
        this.isOver = true;
        return;
      case 'part':
        this.setAside(header, message.body);
        // Saying success here would acknowledge positions that nobody keeps yet.
        return this.answerCounted(header, ANSWER.unsupported, 'part');
      case 'terminal_answer':
        return this.doors.metrics.countFrame('answered');
      default:
        return this.answerCounted(header, ANSWER.unsupported, 'unsupported');
    }
  }

  private setAside({ messageId, subPackage }: Header, body: Uint8Array): void {
    if (!subPackage) return;
    const { total, no } = subPackage;
    this.parts.put({ messageId, total, no, body }, this.doors.clock.now());
  }

  private async register(header: Header, message: Register): Promise<void> {
    this.terminal = null;
    this.authenticatedPhone = null;
    const outcome = await this.doors.identities.register({
      phone: terminalNumberOf(header.phone),
      terminalNo: message.terminalNo || null,
      manufacturer: message.manufacturer || null,
      model: message.model || null,
      plateNo: message.plateNo || null,
      plateColor: plateColorOf(message.plateColor),
      protocolVersion: message.version,
    });
    const isAccepted = outcome.result === 'accepted';
    this.reply(
      header,
      MESSAGE_ID.registerAnswer,
      encodeRegisterAnswer({
        answeredSequence: header.sequence,
        result: isAccepted ? REGISTER_RESULT.success : REGISTER_RESULT.noSuchTerminal,
        authCode: isAccepted ? outcome.authCode : null,
      }),
    );
    this.doors.metrics.countFrame(isAccepted ? 'answered' : 'refused');
    this.isOver = !isAccepted;
  }

  private async authenticate(header: Header, { authCode }: Authenticate): Promise<void> {
    const phone = terminalNumberOf(header.phone);
    const identity = await this.doors.identities.authenticate(phone, authCode, header.version);
    this.remember(phone, identity);
    this.authenticatedPhone = identity.ok ? phone : null;
    if (identity.ok) this.answerCounted(header, ANSWER.success, 'answered');
    else this.refuse(header, identity.code);
  }

  private async takeReports(
    header: Header,
    reports: readonly LocationReport[],
    stores: Promise<void>[],
  ): Promise<void> {
    const identity = await this.identityOf(header);
    if (!identity.ok) return this.refuse(header, identity.code);

    const receivedAt = this.doors.clock.now();
    const storable = reports.filter((report) => this.isStorable(report, receivedAt));
    const fixes = storable.map((report) => toIncomingFix(report, identity, receivedAt));
    stores.push(this.answerWhenStored(header, fixes));
  }

  private async answerWhenStored(header: Header, fixes: readonly IncomingFix[]): Promise<void> {
    try {
      await this.doors.fixes.add(fixes);
    } catch {
      this.doors.metrics.countFixes('not_stored', fixes.length);
      this.doors.metrics.countFrame('not_answered');
      return;
    }
    this.doors.metrics.countFixes('stored', fixes.length);
    this.answerCounted(header, ANSWER.success, 'answered');
  }

  /** A device would send a report that is refused for ever, so it is answered, counted and left. */
  private isStorable(
    report: LocationReport,
    receivedAt: Date,
  ): report is LocationReport & { readonly at: Date } {
    const fault = findLocationFault(report, receivedAt);
    if (fault !== null) this.doors.metrics.countFixes(fault, 1);
    return !UNSTORABLE.has(fault);
  }

  private async identityOf({ phone: sent, version }: Header): Promise<Identity> {
    const phone = terminalNumberOf(sent);
    const known = this.terminal?.phone === phone ? this.terminal : null;
    if (known?.identity.ok === false && known.identity.code === 'AUTH_CODE_WRONG') {
      return known.identity;
    }
    if (known && this.doors.clock.now().getTime() < known.keptUntilMs) return known.identity;
    const isAuthenticated = this.authenticatedPhone === phone;
    const identity = await this.doors.identities.identify(phone, version, isAuthenticated);
    return this.remember(phone, identity);
  }

  private remember(phone: string, identity: TerminalIdentity): TerminalIdentity {
    const keptUntilMs = this.doors.clock.now().getTime() + IDENTITY_KEPT_MS;
    this.terminal = { phone, identity, keptUntilMs };
    return identity;
  }

  /** A wrong code may be followed by a new registration; a blocked terminal has nothing to add. */
  private refuse(header: Header, code: RefusalCode): void {
    const counted = code === 'NOT_AUTHENTICATED' ? 'not_authenticated' : 'refused';
    this.answerCounted(header, ANSWER.failure, counted);
    this.isOver = code === 'TERMINAL_BLOCKED';
  }

  private answerCounted(header: Header, result: number, counted: FrameResult): void {
    this.answer(header, result);
    this.doors.metrics.countFrame(counted);
  }

  private answer(header: Header, result: number): void {
    const { sequence: answeredSequence, messageId: answeredId } = header;
    const body = encodePlatformAnswer({ answeredSequence, answeredId, result });
    this.reply(header, MESSAGE_ID.platformAnswer, body);
  }

  private reply({ version, phone }: Header, messageId: number, body: Uint8Array): void {
    this.send(encodeFrame({ messageId, version, phone, sequence: this.sequence }, body));
    this.sequence = (this.sequence + 1) % 0x1_0000;
  }
}

type Identity = (TerminalIdentity & { readonly ok: false }) | (Reporter & { readonly ok: true });
type RefusalCode = (TerminalIdentity & { readonly ok: false })['code'];
