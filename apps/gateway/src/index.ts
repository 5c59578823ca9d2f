export { gatewaySettingsOf, jt808Config, type Jt808Config } from './config.js';
export { GatewayModule } from './gateway.module.js';
export { DEFAULT_GATEWAY_SETTINGS, type GatewaySettings } from './gateway.settings.js';
export { TcpServer } from './tcp-server.js';
