/** Transfers of vehicles: asked by the taking enterprise, agreed by the giving one, decided by an authority. */
export const transferZhCN = {
  from: '转出企业',
  to: '转入企业',
  stateLabel: '状态',
  askedAt: '申请时间',
  ask: '申请转入车辆',
  askTitle: '申请转入车辆',
  askHint: '填写对方企业的车牌；对方同意、主管部门批准后，车辆归入本企业',
  reason: '申请理由',
  title: '车辆过户：{{name}}',
  historyOf: '{{name}} 的过户过程',
  step: {
    asked: '提出申请',
    agreed: '同意转出',
    declined: '不同意转出',
    withdrawn: '撤回申请',
    approved: '批准过户',
    refused: '不予批准',
  },
} as const;
