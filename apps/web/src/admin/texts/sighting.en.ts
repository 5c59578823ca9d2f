import type { SameKeys } from '../../i18n/same-keys.js';
import type { sightingZhCN } from './sighting.zh-CN.js';

export const sightingEn: SameKeys<typeof sightingZhCN> = {
  at: 'Seen',
  camera: 'Camera',
  kind: 'Taken for',
  otherKind: 'no concrete vehicle',
  zone: 'Only of a zone',
  everyZone: 'Every zone',
  alert: 'Alert',
  openAlert: 'Open the alert',
  outcomeLabel: 'Compared',
  zones: 'Zones',
  outside: 'in no zone',
  apart: 'From its terminal',
  image: 'Picture',
  open: 'Open',
  map: 'Where it was seen',
  emptyHint: 'Nothing was seen yet; camera systems report by API',
  outcome: {
    not_a_plate: 'misread',
    unknown: 'not entered',
    unregistered: 'not registered',
    suspended: 'registration suspended',
    apart: 'cloned plate?',
    matched: 'terminal was there',
    not_compared: 'no fix then',
  },
};
