import type { AccessScope } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import {
  IdentifyTerminalService,
  type TerminalCall,
  type TerminalIdentity,
} from './identify-terminal.service.js';

@Injectable()
export class AuthenticateTerminalService {
  constructor(private readonly identifyTerminal: IdentifyTerminalService) {}

  /** Checks the code that a terminal was given when it registered (JT/T 808, 0x0102). */
  authenticate(
    scope: AccessScope,
    call: TerminalCall & { readonly authCode: string },
  ): Promise<TerminalIdentity> {
    return this.identifyTerminal.identify(scope, call);
  }
}
