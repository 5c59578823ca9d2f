import type { SameKeys } from '../../i18n/same-keys.js';
import type { plantZhCN } from './plant.zh-CN.js';

export const plantEn: SameKeys<typeof plantZhCN> = {
  enterprises: 'Enterprises',
  plants: 'Plants and supply ranges',
  name: 'Name',
  enterprise: 'Enterprise',
  district: 'District',
  mode: 'Mode',
  credit: 'Credit grade',
  barred: 'Barred',
  position: 'Position (WGS-84)',
  range: 'Supply range',
  noRange: 'none set',
  area: 'polygon',
  since: 'since {{day}}',
  set: 'Set the range',
  title: 'Supply range of {{name}}',
  radiusKm: 'Radius (km)',
  measure: 'Measured',
  great_circle: 'as the crow flies',
  road: 'along the road',
  effectiveOn: 'In force from',
  ecoZones: 'Eco-sensitive zones',
};
