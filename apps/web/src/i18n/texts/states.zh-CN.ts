/** States of what runs through steps, as a tag says them and as a refusal names them. */
export const statesZhCN = {
  application: { pending: '办理中', granted: '已核发', refused: '不予核发', withdrawn: '已撤回' },
  finding: {
    open: '待答复',
    answered: '已答复，待审核',
    sent_back: '退回重答',
    accepted: '已认可',
    withdrawn: '已撤销',
  },
  inspection: { open: '待检查', done: '已办结', withdrawn: '已撤回' },
  licence: { licensed: '有资质', unlicensed: '无资质', suspended: '暂停', closed: '关闭' },
  loan: {
    offered: '待答复',
    accepted: '已借入',
    recalled: '请求收回',
    returned: '已归还',
    declined: '已谢绝',
    withdrawn: '已撤回',
  },
  rectification: {
    ordered: '待整改',
    answered: '已回复，待验收',
    accepted: '整改合格',
    failed: '拒不整改或不合格',
  },
  session: { planned: '报名中', held: '已办结', cancelled: '已取消' },
  share: {
    offered: '待答复',
    accepted: '已接受',
    declined: '已谢绝',
    withdrawn: '已撤回',
  },
  transfer: {
    asked: '待转出企业同意',
    agreed: '待主管部门批准',
    declined: '转出企业不同意',
    withdrawn: '已撤回',
    approved: '已过户',
    refused: '不予批准',
  },
  truck: {
    due: '未到',
    waiting: '等待',
    called: '已叫号',
    loading: '装料中',
    batched: '已装完',
    left: '已出站无单',
  },
  /** What has no tag of its own. */
  assignment: { cancelled: '已取消', done: '已完成' },
  planning: { cancelled: '已取消', failed: '失败', done: '已结束', keeping: '正在保存' },
  offer: { withdrawn: '已失效', accepted: '已采纳', declined: '已谢绝' },
} as const;
