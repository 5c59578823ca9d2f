/** Districts as of a day. */
export const districtZhCN = {
  asOf: '按日期查看',
  since: '生效日期',
  plants: '区内厂站（现有）',
  map: '区县位置',
  none: '这一天还没有划定的区县',
  decide: '划定区县',
  again: '变更区县：{{name}}',
  retire: '撤销该区县（自生效日期起不再使用）',
  shapeHint: 'GeoJSON 文件：面为区县范围',
} as const;
