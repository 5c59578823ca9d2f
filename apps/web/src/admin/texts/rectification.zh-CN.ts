/** What an enterprise has to put right. */
export const rectificationZhCN = {
  list: '限期整改',
  order: '责令整改',
  title: '整改事项',
  dueOn: '整改期限',
  answer: '回复整改',
  settle: '验收',
  photos: '照片链接（照片存放在别处时填写，每行一个）',
  to: {
    accepted: '整改合格',
    ordered: '退回重改',
    failed: '认定不合格',
  },
  modal: {
    order: '责令限期整改',
    answer: '回复整改情况',
    settle: '验收整改',
  },
  text: {
    order: '整改要求',
    answer: '整改情况',
    settle: '验收意见',
  },
} as const;
