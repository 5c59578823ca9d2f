export const districtEn = {
  asOf: 'As of',
  since: 'In force from',
  plants: 'Plants in it today',
  map: 'Where the districts are',
  none: 'No district had been decided by that day',
  decide: 'Decide a district',
  again: 'Change the district {{name}}',
  retire: 'Retire the district: it is no more from then on',
  shapeHint: 'A GeoJSON file: its areas are the district',
} as const;
