/** Work at night beside people who sleep. */
export const nightZhCN = {
  sensitive: '工地临近住宅（夜间施工须有许可）',
  permitted: '夜间浇筑在许可范围内',
  withoutPermit: '自 {{time}} 起为夜间浇筑，尚未登记夜间施工许可',
  record: '登记夜间施工许可',
  save: '登记',
  permitNo: '许可编号',
  issuedBy: '核发机关',
  from: '自',
  to: '至',
} as const;
