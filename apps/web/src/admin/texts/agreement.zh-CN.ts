/** Agreements on the use of a vehicle by another enterprise than its owner. */
export const agreementZhCN = {
  open: '使用协议',
  of: '使用协议：{{name}}',
  list: '使用协议',
  agree: '新增使用协议',
  hint: '租赁、借用或联合供应；使用企业在协议期内可派用该车',
  enterprise: '使用企业',
  kind: '方式',
  from: '开始',
  to: '截止',
  openEnded: '另行通知',
  fromOn: '起始日期',
  lastOn: '截止日期（含当日，可不填）',
  state: '状态',
  stateOf: { coming: '未开始', in_force: '使用中', over: '已到期', ended: '已提前终止' },
  end: '终止',
  endTitle: '终止 {{name}} 的使用协议',
} as const;
