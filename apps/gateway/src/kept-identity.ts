import { type Header, terminalNumberOf } from '@tongyun/jt808';
import type { TerminalRefusalCode } from '@tongyun/contracts';
import type { Clock } from '@tongyun/kernel';
import type { TerminalIdentities, TerminalIdentity } from './terminal-identities.js';

/** A decision that was missed holds after so long on an open connection. */
const KEPT_MS = 60_000;

interface Known {
  readonly phone: string;
  readonly identity: TerminalIdentity;
  readonly untilMs: number;
}

/** Who stands behind the number of one connection; asked for anew once in a while. */
export class KeptIdentity {
  private known: Known | null = null;

  constructor(
    private readonly identities: Pick<TerminalIdentities, 'identify'>,
    private readonly clock: Clock,
  ) {}

  /** Of a number that has shown its code on the connection. */
  async of(header: Header): Promise<TerminalIdentity> {
    const kept = this.keptOf(header, this.clock.now());
    if (kept !== null) return kept;
    const phone = terminalNumberOf(header.phone);
    const identity = await this.identities.identify(phone, header.version);
    this.keep(phone, identity);
    return identity;
  }

  /** Null: it has to be asked for. */
  keptOf({ phone }: Pick<Header, 'phone'>, now: Date): TerminalIdentity | null {
    const { known } = this;
    if (known?.phone !== terminalNumberOf(phone)) return null;
    return now.getTime() < known.untilMs ? known.identity : null;
  }

  keep(phone: string, identity: TerminalIdentity): void {
    this.known = { phone, identity, untilMs: this.clock.now().getTime() + KEPT_MS };
  }

  forget(): void {
    this.known = null;
  }

  /** Why a terminal that has not shown its code is refused. */
  refusalOf({ phone }: Header): TerminalRefusalCode {
    const isHis = this.known?.phone === terminalNumberOf(phone);
    const { identity } = (isHis && this.known) || { identity: null };
    return identity?.ok === false ? identity.code : 'NOT_AUTHENTICATED';
  }
}
