/** Where terminals come in, in whichever thread that is. */
export interface TerminalDoor {
  /** The port listened on. */
  readonly port: number;
}

export const TERMINAL_DOOR = Symbol('TerminalDoor');
