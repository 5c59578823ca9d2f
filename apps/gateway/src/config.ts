import { z } from 'zod';
import { DEFAULT_GATEWAY_SETTINGS, type GatewaySettings } from './gateway.settings.js';

const port = z.coerce.number().int().min(0).max(65_535);
const positive = z.coerce.number().int().positive();

/** What the gateway reads beside the database's address; apps/server reads it too. */
export const jt808Config = z.object({
  JT808_PORT: port.default(DEFAULT_GATEWAY_SETTINGS.port),
  JT808_HOST: z.string().default(DEFAULT_GATEWAY_SETTINGS.host),
  JT808_MAX_CONNECTIONS: positive.default(DEFAULT_GATEWAY_SETTINGS.maxConnections),
  JT808_IDLE_TIMEOUT_SEC: positive.default(DEFAULT_GATEWAY_SETTINGS.idleTimeoutSec),
});
export type Jt808Config = z.infer<typeof jt808Config>;

/** Every variable the gateway process reads. A missing or malformed one stops it at start. */
export const gatewayConfig = jt808Config.extend({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Where Prometheus collects and health is asked for; left out, nowhere. */
  METRICS_PORT: port.optional(),
});
export type GatewayConfig = z.infer<typeof gatewayConfig>;

export const readGatewayConfig = (env: NodeJS.ProcessEnv): GatewayConfig =>
  gatewayConfig.parse(env);

export const gatewaySettingsOf = (config: Jt808Config): GatewaySettings => ({
  ...DEFAULT_GATEWAY_SETTINGS,
  host: config.JT808_HOST,
  port: config.JT808_PORT,
  maxConnections: config.JT808_MAX_CONNECTIONS,
  idleTimeoutSec: config.JT808_IDLE_TIMEOUT_SEC,
});
