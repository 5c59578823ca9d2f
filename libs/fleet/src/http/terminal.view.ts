import type { TerminalView } from '@tongyun/contracts';
import { claimedDeviceOf } from '../rules/registering-device.js';
import type { TerminalOnVehicle } from '../terminal-queries.service.js';

/** The authentication code stays inside. */
export const toTerminalView = ({ terminal, vehicle }: TerminalOnVehicle): TerminalView => ({
  id: terminal.id,
  phone: terminal.phone,
  terminalNo: terminal.terminalNo,
  manufacturer: terminal.manufacturer,
  claimedBy: terminal.refusalCode === 'ANOTHER_TERMINAL' ? claimedDeviceOf(terminal) : null,
  protocolVersion: terminal.protocolVersion,
  plateSent: terminal.plateSent,
  plateColorSent: terminal.plateColorSent,
  vehicleId: terminal.vehicleId,
  plateNo: vehicle?.plateNo ?? null,
  state: terminal.state,
  isDrumInverted: terminal.isDrumInverted,
  lastFrame: terminal.lastFrame,
  lastFrameAt: terminal.lastFrameAt?.toISOString() ?? null,
  refusalCode: terminal.refusalCode,
  rawLogUntil: terminal.rawLogUntil?.toISOString() ?? null,
  firstSeenAt: terminal.firstSeenAt.toISOString(),
  lastSeenAt: terminal.lastSeenAt.toISOString(),
  version: terminal.version,
});
