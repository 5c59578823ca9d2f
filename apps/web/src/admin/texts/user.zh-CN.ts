/** Sign-ins. */
export const userZhCN = {
  username: '用户名',
  name: '姓名',
  roles: '角色',
  enterprise: '企业',
  district: '区县',
  agency: '机关',
  badgeNo: '警号',
  state: '状态',
  active: '启用',
  disabled: '停用',
  create: '新建用户',
  created: '已新建用户 {{name}}',
  password: '初始密码（至少 10 位，首次登录须修改）',
  usernameHint: '2–64 位字母、数字或 . _ -',
} as const;
