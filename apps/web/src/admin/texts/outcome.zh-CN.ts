/** What officers did after an answer at the roadside. */
export const outcomeZhCN = {
  decidedAt: '处置时间',
  label: '处置',
  kind: {
    released: '放行',
    left_by_route: '按路线驶离',
    held: '暂留并通知企业',
  },
  by: '处置人',
  route: '驶离路线：{{route}}',
  told: '企业通知',
  isTold: '已通知',
  notTold: '未通知',
} as const;
