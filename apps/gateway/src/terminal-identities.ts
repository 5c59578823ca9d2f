import {
  AuthenticateTerminalService,
  DecidedTerminals,
  IdentifyTerminalService,
  NoteRefusedTerminalService,
  type RefusedTerminal,
  type TerminalIdentity,
  RegisterTerminalService,
  type TerminalRegistration,
} from '@tongyun/fleet';
import { SYSTEM_SCOPE, type TerminalId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';

export type { RefusedTerminal, TerminalIdentity, TerminalRegistration } from '@tongyun/fleet';

export type RegistrationOutcome =
  | { readonly result: 'accepted'; readonly authCode: string }
  | { readonly result: 'blocked' | 'another' };

/** Who stands behind a terminal's number: all that a session asks of fleet. */
export interface TerminalIdentities {
  register(registration: TerminalRegistration): Promise<RegistrationOutcome>;
  authenticate(phone: string, authCode: string, protocolVersion: string): Promise<TerminalIdentity>;
  /** Anew, for one that has shown its code on its connection. */
  identify(phone: string, protocolVersion: string): Promise<TerminalIdentity>;
  /** Tells those who fit terminals why one is turned down. */
  refused(terminal: RefusedTerminal): Promise<void>;
  /** Terminals about which something was decided since then. */
  decidedSince(at: Date): Promise<readonly TerminalId[]>;
}

export const TERMINAL_IDENTITIES = Symbol('TerminalIdentities');

@Injectable()
export class FleetTerminalIdentities implements TerminalIdentities {
  constructor(
    private readonly registerTerminal: RegisterTerminalService,
    private readonly authenticateTerminal: AuthenticateTerminalService,
    private readonly identifyTerminal: IdentifyTerminalService,
    private readonly noteRefused: NoteRefusedTerminalService,
    private readonly decided: DecidedTerminals,
  ) {}

  register(registration: TerminalRegistration): Promise<RegistrationOutcome> {
    return this.registerTerminal.register(SYSTEM_SCOPE, registration);
  }

  authenticate(
    phone: string,
    authCode: string,
    protocolVersion: string,
  ): Promise<TerminalIdentity> {
    return this.authenticateTerminal.authenticate(SYSTEM_SCOPE, {
      phone,
      authCode,
      protocolVersion,
    });
  }

  identify(phone: string, protocolVersion: string): Promise<TerminalIdentity> {
    const call = { phone, protocolVersion, isAuthenticated: true };
    return this.identifyTerminal.identify(SYSTEM_SCOPE, call);
  }

  refused(terminal: RefusedTerminal): Promise<void> {
    return this.noteRefused.note(SYSTEM_SCOPE, terminal);
  }

  decidedSince(at: Date): Promise<readonly TerminalId[]> {
    return this.decided.since(at);
  }
}
