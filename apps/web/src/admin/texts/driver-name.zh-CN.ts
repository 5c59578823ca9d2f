/** Names that enterprises ask for, of drivers who were examined. */
export const driverNameZhCN = {
  ask: '申请更名',
  askTitle: '{{name}}：申请更名',
  askHint:
    '该驾驶员已有考试成绩，更名由管理站核准；身份证明等材料请先在该驾驶员的“材料”中上传，管理站审核时可查看。',
  name: '申请姓名',
  nameBefore: '原姓名',
  reason: '申请理由',
  requests: '更名申请',
  askedAt: '申请时间',
  stateLabel: '办理状态',
  step: { asked: '提出申请', granted: '核准', refused: '不予核准', withdrawn: '撤回' },
  title: '更名申请：{{before}} → {{name}}',
} as const;
