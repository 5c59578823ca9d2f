import { type Header, type Register, terminalNumberOf } from '@tongyun/jt808';
import { plateColorOf } from './plate-color.js';
import type { TerminalRegistration } from './terminal-identities.js';

/** What a terminal says of itself, as fleet takes it; what it leaves empty is not stated. */
export const toRegistration = (
  { phone }: Header,
  message: Register,
  lastFrame: string | null,
): TerminalRegistration => ({
  phone: terminalNumberOf(phone),
  terminalNo: message.terminalNo || null,
  manufacturer: message.manufacturer || null,
  model: message.model || null,
  plateNo: message.plateNo || null,
  plateColor: plateColorOf(message.plateColor),
  protocolVersion: message.version,
  lastFrame,
});
