/** Keys that sign the codes on passes. */
export const passKeyZhCN = {
  hint: '通行证二维码由最新的有效密钥签名；更换后，旧证仍可验真',
  id: '密钥编号',
  madeAt: '生成时间',
  reason: '理由',
  state: '状态',
  stateOf: { signs: '正在签名', counts: '可验真', withdrawn: '已作废' },
  withdrawnAt: '{{time}} 作废',
  rotate: '更换签名密钥',
  withdraw: '作废',
  withdrawTitle: '作废密钥 {{id}}：由它签名的通行证不再验真，须重新打印',
  saved: '已更换，新密钥 {{id}}',
} as const;
