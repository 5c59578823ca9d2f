import {
  type DemoDriverCode,
  DEMO_PASSWORD,
  DEMO_SIGN_INS,
} from '../../../database/seeds/demo/index.js';
import type { ServerConfig } from './config.js';
import type { RunningServer } from './start-server.js';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** What whoever started the product reads, a line each. */
export function greetingOf(server: RunningServer, config: ServerConfig): string[] {
  const isHttps = config.TLS_CERT !== undefined;
  const host = ['0.0.0.0', '::'].includes(config.HOST) ? 'localhost' : config.HOST;
  return [
    `Tongyun 砼运: ${isHttps ? 'https' : 'http'}://${host}:${server.port}`,
    `Terminals (JT/T 808): port ${server.jt808Port}`,
    ...(config.DATABASE_URL === undefined ? [`Data is kept in ${config.DATA_DIR}`] : []),
    ...passwordLines(server),
    ...(server.driverCode ? demoLines(server.driverCode) : []),
    ...(server.hasPages ? [] : [`No pages in ${config.WEB_DIR}: run "npm run build" first`]),
    ...(isHttps || LOOPBACK.includes(config.HOST) ? [] : [PLAIN_HTTP]),
  ];
}

const demoLines = ({ code, driverName }: DemoDriverCode): string[] => [
  `Made-up data. Sign in with the password ${DEMO_PASSWORD}:`,
  ...DEMO_SIGN_INS.map(
    ({ username, role, displayName }) =>
      `  ${username.padEnd(12)} ${role.padEnd(20)} ${displayName}`,
  ),
  `  ${code.padEnd(12)} ${'driver'.padEnd(20)} ${driverName}: a code for /driver, once, within 15 minutes`,
];

const PLAIN_HTTP =
  'Plain HTTP: away from this machine a phone has no position, camera or offline page. ' +
  'Set TLS_CERT and TLS_KEY.';

function passwordLines({ firstAdministrator }: RunningServer): string[] {
  if (firstAdministrator.state !== 'made') return [];
  const { username, oneTimePassword } = firstAdministrator;
  if (oneTimePassword === null) return [`First administrator: ${username}`];
  return [`First administrator: ${username}, one-time password: ${oneTimePassword}`];
}
