export { gatewaySettingsOf, jt808Config, type Jt808Config } from './config.js';
export { GatewayModule } from './gateway.module.js';
export { DEFAULT_GATEWAY_SETTINGS, type GatewaySettings } from './gateway.settings.js';
export { TERMINAL_DOOR, type TerminalDoor } from './terminal-door.js';
export { GatewayThreadModule } from './thread/gateway-thread.module.js';
