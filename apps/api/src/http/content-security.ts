import type { HelmetOptions } from 'helmet';
import type { ApiConfig } from '../config.js';

const MAPBOX = [
  'https://api.mapbox.com',
  'https://events.mapbox.com',
  'https://*.tiles.mapbox.com',
];

/**
 * What a page may load: only our own files, plus the map service that the settings name.
 *
 * Map engines run their workers from blobs; antd writes style elements as it goes.
 */
export function contentSecurity(config: ApiConfig): HelmetOptions {
  const mapHosts = [
    ...(config.MAPBOX_TOKEN === undefined ? [] : MAPBOX),
    // A style document names tile, glyph and sprite hosts of its own.
    ...(config.MAP_STYLE_URL === undefined ? [] : ['https:']),
  ];
  const isHttps = config.TLS_CERT !== undefined;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...mapHosts],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:', ...mapHosts],
        workerSrc: ["'self'", 'blob:'],
        childSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Over plain HTTP these two would only tell browsers what is not so.
    strictTransportSecurity: isHttps,
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
  };
}
