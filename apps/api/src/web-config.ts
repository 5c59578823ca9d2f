import type { WebConfigView } from '@tongyun/contracts';
import type { ApiConfig } from './config.js';

export const WEB_CONFIG = Symbol('WebConfig');

export const webConfigOf = (config: ApiConfig): WebConfigView => ({
  mapboxToken: config.MAPBOX_TOKEN ?? null,
  mapStyleUrl: config.MAP_STYLE_URL ?? null,
  timeZone: config.TIME_ZONE,
  isDemo: config.DEMO,
});
