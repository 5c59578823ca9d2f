import {
  ANSWER,
  type Authenticate,
  type DecodedFrame,
  decodeMessage,
  encodeRegisterAnswer,
  type Header,
  type LocationAnswer,
  type LocationReport,
  type Message,
  MESSAGE_ID,
  MessageReader,
  type Register,
  REGISTER_RESULT,
  terminalNumberOf,
  toHex,
} from '@tongyun/jt808';
import type { TerminalRefusalCode } from '@tongyun/contracts';
import type { Clock, TerminalId } from '@tongyun/kernel';
import { Logger } from '@nestjs/common';
import type { ConnectedTerminals } from './connected-terminals.js';
import { ConnectionLog } from './connection-log.js';
import type { FixBatcher } from './fix-batcher.js';
import type { FrameResult, GatewayMetrics } from './gateway-metrics.js';
import { KeptIdentity } from './kept-identity.js';
import { MessageParts } from './message-parts.js';
import { OrderAnswers } from './order-answers.js';
import type { OrderDesk, OrderToTell } from './order-desk.js';
import { PlatformVoice } from './platform-voice.js';
import type { RawLog } from './raw-log.js';
import { RefusalNotes } from './refusal-notes.js';
import { StoreReports } from './store-reports.js';
import type { RegistrationOutcome, TerminalIdentities } from './terminal-identities.js';
import { toRegistration } from './to-registration.js';

export interface SessionDoors {
  readonly identities: TerminalIdentities;
  readonly fixes: Pick<FixBatcher, 'add'>;
  readonly metrics: Pick<GatewayMetrics, 'countFrame' | 'countFixes'>;
  readonly connections: Pick<ConnectedTerminals, 'take' | 'leave'>;
  readonly orders: Pick<OrderDesk, 'answered'>;
  readonly rawLog: Pick<RawLog, 'whose' | 'add'>;
  readonly clock: Clock;
}

interface AuthenticatedTerminal {
  readonly phone: string;
  readonly terminalId: TerminalId;
  /** Of its latest message: what it is told goes out in the same version. */
  header: Header;
}

const REGISTER_RESULT_OF: Readonly<Record<RegistrationOutcome['result'], number>> = {
  accepted: REGISTER_RESULT.success,
  blocked: REGISTER_RESULT.noSuchTerminal,
  another: REGISTER_RESULT.terminalTaken,
};

/**
 * One connection: takes bytes, answers every message as JT/T 808 asks.
 *
 * A position is answered once it is stored and not at all when storing fails, so that the terminal
 * sends it again. Whatever arrives, nothing is thrown out of here.
 */
export class TerminalSession {
  private readonly logger = new Logger(TerminalSession.name);
  /** Who has shown his code has nothing to be looked at; the code itself is shown to nobody. */
  private readonly reader = new MessageReader(
    ({ messageId }) => this.authenticated === null && messageId !== MESSAGE_ID.authenticate,
  );
  private readonly parts = new MessageParts();
  private readonly voice: PlatformVoice;
  private readonly orderAnswers: OrderAnswers;
  private readonly reports: StoreReports;
  private readonly refusals: RefusalNotes;
  private readonly log: ConnectionLog;
  /** When the bytes that are worked off came. */
  private receivedAt = new Date(0);
  /** The frame that is worked off, hexadecimal; null where nobody may look at it. */
  private frameHex: string | null = null;
  private readonly identity: KeptIdentity;
  /** Who has shown his code on this connection. */
  private authenticated: AuthenticatedTerminal | null = null;
  private isOver = false;

  constructor(
    private readonly doors: SessionDoors,
    send: (wire: Uint8Array) => void,
    /** Ends the connection once what it was told is written. */
    private readonly hangUp: () => void,
  ) {
    this.log = new ConnectionLog(doors.rawLog);
    this.voice = new PlatformVoice((wire) => {
      this.log.note('out', wire);
      send(wire);
    });
    this.identity = new KeptIdentity(doors.identities, doors.clock);
    this.refusals = new RefusalNotes(doors.identities);
    this.reports = new StoreReports(this.voice, doors.fixes, doors.metrics);
    this.orderAnswers = new OrderAnswers(this.voice, doors.orders);
  }

  /** The same terminal came by another connection, which is the true one now. */
  replaced(): void {
    this.isOver = true;
    this.hangUp();
  }

  /** The connection is gone. */
  left(): void {
    this.isOver = true;
    this.log.close();
    this.forgetCode();
  }

  reconsider(): void {
    this.identity.forget();
  }

  tell(order: OrderToTell): void {
    if (this.authenticated !== null) this.voice.tell(this.authenticated.header, order);
  }

  /** Asks for parts of cut messages that have not come. */
  askForMissing(now: Date): void {
    for (const missing of this.parts.missingAt(now)) this.voice.askAgain(missing);
  }

  /**
   * Works off the next bytes and resolves when everything in them is answered or given up.
   *
   * @returns whether the connection goes on; false after a log-out or for a blocked terminal
   */
  async receive(chunk: Uint8Array): Promise<boolean> {
    this.receivedAt = this.doors.clock.now();
    // A call of its own: what was decoded is gone while it is stored.
    await this.takeAll(this.read(chunk));
    await this.reports.store();
    return !this.isOver;
  }

  private read(chunk: Uint8Array): DecodedFrame[] {
    const frames = this.reader.push(chunk);
    const header = frames.find((frame) => frame.header !== null)?.header;
    if (header) this.log.statedPhone = terminalNumberOf(header.phone);
    this.log.note('in', chunk);
    return frames;
  }

  private async takeAll(frames: readonly DecodedFrame[]): Promise<void> {
    for (const frame of frames) {
      if (this.isOver) break;
      try {
        // Positions by the thousand a second: nothing is waited for that need not be.
        const work = this.take(frame);
        if (work !== undefined) await work;
      } catch (cause) {
        this.doors.metrics.countFrame('not_answered');
        this.logger.error('A message could not be worked off', cause);
      }
    }
  }

  private take(frame: DecodedFrame): Promise<void> | undefined {
    if (!frame.ok) {
      this.doors.metrics.countFrame(frame.code);
      if (frame.header) this.voice.answer(frame.header, ANSWER.wrongMessage);
      return undefined;
    }
    this.frameHex = frame.wire === undefined ? null : toHex(frame.wire);
    return this.takeMessage([frame.header], frame.message);
  }

  /** @param headers of all the parts a message came in, the last one last: each is answered */
  private takeMessage(headers: readonly Header[], message: Message): Promise<void> | undefined {
    const header = headers.at(-1)!;
    switch (message.kind) {
      case 'register':
        return this.register(header, message);
      case 'authenticate':
        return this.authenticate(header, message);
      case 'log_out':
        return this.logOut(headers);
      default:
        break;
    }
    // Whoever has not shown his code may be anybody: nothing else is taken from him.
    if (this.authenticated?.phone !== terminalNumberOf(header.phone)) {
      return this.refuse(headers, header, this.identity.refusalOf(header));
    }
    this.authenticated.header = header;
    switch (message.kind) {
      case 'location':
        return this.takeReports(headers, header, [message.report]);
      case 'location_batch':
        return this.takeReports(headers, header, message.reports);
      case 'heartbeat':
        return this.answerCounted(headers, ANSWER.success, 'answered');
      case 'part':
        return this.takePart(header, message.body);
      case 'location_answer':
        return this.takeLocationAnswer(header, message);
      case 'terminal_answer':
      case 'parameters_answer':
        this.doors.metrics.countFrame('answered');
        return this.orderAnswers.take(message);
      default:
        return this.answerCounted(headers, ANSWER.unsupported, 'unsupported');
    }
  }

  /** A part by itself is not answered: that would acknowledge positions that nobody keeps yet. */
  private takePart(header: Header, body: Uint8Array): Promise<void> | undefined {
    this.doors.metrics.countFrame('part');
    const whole = this.parts.take(header, body, this.receivedAt);
    if (whole === null) return undefined;
    const message = decodeMessage(
      { ...header, subPackage: null },
      whole.body,
      0,
      whole.body.length,
    );
    if (message !== null) return this.takeMessage(whole.headers, message);
    return this.answerCounted(whole.headers, ANSWER.wrongMessage, 'bad_body');
  }

  private async takeLocationAnswer(header: Header, answer: LocationAnswer): Promise<void> {
    await this.takeReports([], header, [answer.report]);
    await this.orderAnswers.take(answer);
  }

  /** What was reported before is kept and answered first. */
  private async logOut(headers: readonly Header[]): Promise<void> {
    await this.reports.store();
    this.answerCounted(headers, ANSWER.success, 'answered');
    this.isOver = true;
  }

  private async register(header: Header, message: Register): Promise<void> {
    this.identity.forget();
    this.forgetCode();
    const outcome = await this.doors.identities.register(
      toRegistration(header, message, this.frameHex),
    );
    const isAccepted = outcome.result === 'accepted';
    this.voice.say(
      header,
      MESSAGE_ID.registerAnswer,
      encodeRegisterAnswer({
        answeredSequence: header.sequence,
        result: REGISTER_RESULT_OF[outcome.result],
        authCode: outcome.result === 'accepted' ? outcome.authCode : null,
      }),
    );
    this.doors.metrics.countFrame(isAccepted ? 'answered' : 'refused');
    this.isOver = !isAccepted;
    if (outcome.result === 'blocked') await this.noteRefused(header, 'TERMINAL_BLOCKED');
    if (outcome.result === 'another') await this.noteRefused(header, 'ANOTHER_TERMINAL');
  }

  private async authenticate(header: Header, { authCode }: Authenticate): Promise<void> {
    const phone = terminalNumberOf(header.phone);
    const identity = await this.doors.identities.authenticate(phone, authCode, header.version);
    this.identity.keep(phone, identity);
    this.forgetCode();
    if (!identity.ok) return this.refuse([header], header, identity.code);
    this.refusals.forget();
    this.authenticated = { phone, terminalId: identity.terminalId, header };
    this.log.terminalId = identity.terminalId;
    this.doors.connections.take(identity.terminalId, this);
    this.answerCounted([header], ANSWER.success, 'answered');
  }

  private forgetCode(): void {
    if (this.authenticated === null) return;
    this.doors.connections.leave(this.authenticated.terminalId, this);
    this.authenticated = null;
    this.log.terminalId = null;
  }

  /** @param headers to be answered once the reports are stored; none for an answer of the terminal */
  private takeReports(
    headers: readonly Header[],
    header: Header,
    reports: readonly LocationReport[],
    identity = this.identity.keptOf(header, this.receivedAt),
  ): Promise<void> | undefined {
    if (identity === null) {
      return this.identity
        .of(header)
        .then((asked) => this.takeReports(headers, header, reports, asked));
    }
    if (!identity.ok) return this.refuse(headers, header, identity.code);
    this.reports.take(headers, reports, identity, this.receivedAt);
    return undefined;
  }

  /** A wrong code may be followed by a new registration; a blocked terminal has nothing to add. */
  private async refuse(
    headers: readonly Header[],
    header: Header,
    code: TerminalRefusalCode,
  ): Promise<void> {
    const counted = code === 'NOT_AUTHENTICATED' ? 'not_authenticated' : 'refused';
    this.answerCounted(headers, ANSWER.failure, counted);
    this.isOver = code === 'TERMINAL_BLOCKED';
    await this.noteRefused(header, code);
  }

  private noteRefused({ phone }: Header, code: TerminalRefusalCode): Promise<void> {
    return this.refusals.note(terminalNumberOf(phone), code, this.frameHex);
  }

  private answerCounted(
    headers: readonly Header[],
    result: number,
    counted: FrameResult,
  ): undefined {
    for (const header of headers) this.voice.answer(header, result);
    this.doors.metrics.countFrame(counted);
    return undefined;
  }
}
