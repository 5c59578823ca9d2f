import type { WebConfigView } from '@tongyun/contracts';
import type { ApiConfig } from './config.js';

export const WEB_CONFIG = Symbol('WebConfig');

/** @param config with the server's database, where the process knows of one */
export const webConfigOf = (
  config: ApiConfig & { readonly DATABASE_URL?: string | undefined },
): WebConfigView => ({
  mapboxToken: config.MAPBOX_TOKEN ?? null,
  mapStyleUrl: config.MAP_STYLE_URL ?? null,
  timeZone: config.TIME_ZONE,
  isDemo: config.DEMO,
  isDatabaseEmbedded: config.DATABASE_URL === undefined,
});
