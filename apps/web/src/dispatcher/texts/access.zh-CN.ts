/** When a site takes concrete. */
export const accessZhCN = {
  open: '工地开放：',
  exceptions: '（另有 {{count}} 天不同）',
  change: '更改',
  title: '{{site}} 的开放时间',
  hint: '不填为全天开放。结束早于开始的时段跨到次日；一次浇筑不跨越工地关闭的时间。',
  daysHint: '个别日期：只按所填时段开放，不填时段为全天关闭。',
  weekdays: '星期',
  day: '日期',
  from: '从',
  to: '到',
  add: '增加时段',
  addDay: '增加日期',
  remove: '删除',
  newSite: '开放时间（不填为全天）',
} as const;
