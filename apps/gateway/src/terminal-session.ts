import {
  ANSWER,
  type Authenticate,
  type DecodedFrame,
  decodeMessage,
  encodeFrame,
  encodePlatformAnswer,
  encodeRegisterAnswer,
  encodeResendRequest,
  findLocationFault,
  type Header,
  type LocationFault,
  type LocationReport,
  type Message,
  MESSAGE_ID,
  MessageReader,
  type Register,
  REGISTER_RESULT,
  terminalNumberOf,
} from '@tongyun/jt808';
import type { Clock } from '@tongyun/kernel';
import type { IncomingFix } from '@tongyun/tracking';
import { Logger } from '@nestjs/common';
import type { ConnectedTerminals } from './connected-terminals.js';
import type { FixBatcher } from './fix-batcher.js';
import type { FrameResult, GatewayMetrics } from './gateway-metrics.js';
import { MessageParts } from './message-parts.js';
import { plateColorOf } from './plate-color.js';
import type { TerminalIdentities, TerminalIdentity } from './terminal-identities.js';
import { type Reporter, toIncomingFix } from './to-incoming-fix.js';

export interface SessionDoors {
  readonly identities: TerminalIdentities;
  readonly fixes: Pick<FixBatcher, 'add'>;
  readonly metrics: Pick<GatewayMetrics, 'countFrame' | 'countFixes'>;
  readonly connections: Pick<ConnectedTerminals, 'take' | 'leave'>;
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
  private readonly parts = new MessageParts();
  private sequence = 0;
  private terminal: KnownTerminal | null = null;
  /** The number that has shown its code on this connection. */
  private authenticatedPhone: string | null = null;
  private isOver = false;

  constructor(
    private readonly doors: SessionDoors,
    private readonly send: (wire: Uint8Array) => void,
    /** Ends the connection once what it was told is written. */
    private readonly hangUp: () => void,
  ) {}

  /** The same terminal came by another connection, which is the true one now. */
  replaced(): void {
    this.isOver = true;
    this.hangUp();
  }

  /** The connection is gone. */
  left(): void {
    this.isOver = true;
    if (this.authenticatedPhone !== null) {
      this.doors.connections.leave(this.authenticatedPhone, this);
    }
  }

  /** Asks for parts of cut messages that have not come. */
  askForMissing(now: Date): void {
    for (const { header, firstSequence, partNos } of this.parts.missingAt(now)) {
      const body = encodeResendRequest({ firstSequence, partNos }, header.version);
      this.reply(header, MESSAGE_ID.resendRequest, body);
    }
  }

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
    await this.takeMessage([frame.header], frame.message, stores);
  }

  /** @param headers of all the parts a message came in, the last one last: each is answered */
  private async takeMessage(
    headers: readonly Header[],
    message: Message,
    stores: Promise<void>[],
  ): Promise<void> {
    const header = headers.at(-1)!;
    switch (message.kind) {
      case 'register':
        return this.register(header, message);
      case 'authenticate':
        return this.authenticate(header, message);
      case 'log_out':
        await Promise.all(stores);
        this.answerCounted(headers, ANSWER.success, 'answered');
        this.isOver = true;
        return;
      default:
        break;
    }
    // Whoever has not shown his code may be anybody: nothing else is taken from him.
    if (this.authenticatedPhone !== terminalNumberOf(header.phone)) {
      return this.refuse(headers, this.refusalOf(header));
    }
    switch (message.kind) {
      case 'location':
        return this.takeReports(headers, [message.report], stores);
      case 'location_batch':
        return this.takeReports(headers, message.reports, stores);
      case 'heartbeat':
        return this.answerCounted(headers, ANSWER.success, 'answered');
      case 'part':
        return this.takePart(header, message.body, stores);
      case 'terminal_answer':
        return this.doors.metrics.countFrame('answered');
      default:
        return this.answerCounted(headers, ANSWER.unsupported, 'unsupported');
    }
  }

  /** A part by itself is not answered: that would acknowledge positions that nobody keeps yet. */
  private async takePart(header: Header, body: Uint8Array, stores: Promise<void>[]): Promise<void> {
    this.doors.metrics.countFrame('part');
    const whole = this.parts.take(header, body, this.doors.clock.now());
    if (whole === null) return;
    const message = decodeMessage(
      { ...header, subPackage: null },
      whole.body,
      0,
      whole.body.length,
    );
    if (message !== null) return this.takeMessage(whole.headers, message, stores);
    this.answerCounted(whole.headers, ANSWER.wrongMessage, 'bad_body');
  }

  private async register(header: Header, message: Register): Promise<void> {
    this.terminal = null;
    this.forgetCode();
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
    this.forgetCode();
    if (!identity.ok) return this.refuse([header], identity.code);
    this.authenticatedPhone = phone;
    this.doors.connections.take(phone, this);
    this.answerCounted([header], ANSWER.success, 'answered');
  }

  private forgetCode(): void {
    if (this.authenticatedPhone === null) return;
    this.doors.connections.leave(this.authenticatedPhone, this);
    this.authenticatedPhone = null;
  }

  /** Why a terminal that has not shown its code is refused, for the counter. */
  private refusalOf({ phone }: Header): RefusalCode {
    const known = this.terminal;
    const isHis = known?.phone === terminalNumberOf(phone);
    return isHis && known?.identity.ok === false ? known.identity.code : 'NOT_AUTHENTICATED';
  }

  private async takeReports(
    headers: readonly Header[],
    reports: readonly LocationReport[],
    stores: Promise<void>[],
  ): Promise<void> {
    const identity = await this.identityOf(headers.at(-1)!);
    if (!identity.ok) return this.refuse(headers, identity.code);

    const receivedAt = this.doors.clock.now();
    const storable = reports.filter((report) => this.isStorable(report, receivedAt));
    const fixes = storable.map((report) => toIncomingFix(report, identity, receivedAt));
    stores.push(this.answerWhenStored(headers, fixes));
  }

  private async answerWhenStored(
    headers: readonly Header[],
    fixes: readonly IncomingFix[],
  ): Promise<void> {
    try {
      await this.doors.fixes.add(fixes);
    } catch {
      this.doors.metrics.countFixes('not_stored', fixes.length);
      this.doors.metrics.countFrame('not_answered');
      return;
    }
    this.doors.metrics.countFixes('stored', fixes.length);
    this.answerCounted(headers, ANSWER.success, 'answered');
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
    if (known && this.doors.clock.now().getTime() < known.keptUntilMs) return known.identity;
    return this.remember(phone, await this.doors.identities.identify(phone, version));
  }

  private remember(phone: string, identity: TerminalIdentity): TerminalIdentity {
    const keptUntilMs = this.doors.clock.now().getTime() + IDENTITY_KEPT_MS;
    this.terminal = { phone, identity, keptUntilMs };
    return identity;
  }

  /** A wrong code may be followed by a new registration; a blocked terminal has nothing to add. */
  private refuse(headers: readonly Header[], code: RefusalCode): void {
    const counted = code === 'NOT_AUTHENTICATED' ? 'not_authenticated' : 'refused';
    this.answerCounted(headers, ANSWER.failure, counted);
    this.isOver = code === 'TERMINAL_BLOCKED';
  }

  private answerCounted(headers: readonly Header[], result: number, counted: FrameResult): void {
    for (const header of headers) this.answer(header, result);
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
