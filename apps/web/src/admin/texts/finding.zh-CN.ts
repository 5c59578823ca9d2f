/** What officers found at the roadside. */
export const findingZhCN = {
  raisedAt: '发现时间',
  enterprise: '所属企业',
  found: '发现的问题',
  by: '发现人',
  dueOn: '答复期限',
  place: '地点：',
  photo: '照片 {{n}}（{{at}}）',
  photos: '整改照片（JPEG、PNG，可多选）',
  answer: '答复',
  settle: '审核答复',
  withdraw: '撤销',
  step: {
    open: '发现问题',
    answered: '企业答复',
    sent_back: '退回重答',
    accepted: '认可',
    withdrawn: '撤销（误报）',
  },
  modal: {
    answer: '答复路面问题 {{plate}}',
    settle: '审核答复 {{plate}}',
    withdraw: '撤销路面问题 {{plate}}',
  },
  text: { answer: '整改情况', settle: '审核意见', withdraw: '撤销原因' },
} as const;
