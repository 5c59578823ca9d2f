/** When plants load. */
export const plantHoursZhCN = {
  loads: '{{plant}}装料时间：{{spans}}',
  roundTheClock: '{{from}} 起 24 小时',
  own: '本站设定',
  usual: '按企业规定',
  change: '更改',
  title: '{{plant}}装料时间',
  hint: '自现在起生效，重排后计划采用。不晚于前一时刻的算次日；全部删除则按企业规定。',
  from: '从',
  to: '到',
  add: '增加时段',
  remove: '删除',
  reason: '原因',
} as const;
