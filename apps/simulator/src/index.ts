export { ApiSession } from './api/api-session.js';
export { Refused } from './api/refused.js';
export { HANGZHOU } from './roads/hangzhou.js';
export { Journey } from './roads/journey.js';
export { findPath, type PathPoint, type RoadGraph } from './roads/road-graph.js';
export {
  type GatewayAddress,
  SimulatedTerminal,
  type TerminalIdentity,
} from './terminal/simulated-terminal.js';
export { TerminalLine } from './terminal/terminal-line.js';
