/** The safety ledger (台账) of an enterprise. */
export const ledgerZhCN = {
  kindLabel: '类别',
  allKinds: '全部类别',
  at: '发生时间',
  title: '事项',
  content: '情况',
  person: '责任人 / 参加人',
  recordedAt: '登记时间',
  counts: '计入信用',
  photoLinks: '照片链接（照片存放在别处时填写，每行一个）',
  photoLink: '照片链接 {{n}}',
  findings: '检查发现问题（计入信用证据）',
  vehicle: '车辆',
  site: '工地',
  siteName: '列表中没有的，填写工地名称',
  ofSite: '工地：{{site}}',
  record: '登记台账',
  recordTitle: '登记台账：{{name}}',
  hint: '登记后不可修改或删除；登记有误的，可说明原因予以撤销',
  withdraw: '撤销',
  withdrawTitle: '撤销“{{title}}”：不再计入信用且不可恢复，记录划线保留，请说明原因',
  withdrawnOn: '{{day}} 撤销',
  needed: '必填',
  inFuture: '发生时间不得晚于现在',
} as const;

/** A plant's licence and whether it is a branch station. */
export const licenceZhCN = {
  column: '资质',
  branch: '分站',
  decide: '资质决定',
  title: '资质决定：{{name}}',
  stateLabel: '资质状态',
  no: '资质证书编号',
  noNeeded: '有资质的厂站须填证书编号',
  isBranch: '是分站',
  inEcoZones: '该厂站位于生态敏感区（{{zones}}）内，按规划应搬迁；所在区域将记入本次决定。',
} as const;
