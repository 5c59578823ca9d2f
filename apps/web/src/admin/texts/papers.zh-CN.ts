/** Files of vehicles, enterprises, plants and drivers. */
export const papersZhCN = {
  open: '材料',
  title: '{{name}} 的材料',
  empty: '还没有材料',
  kindLabel: '材料种类',
  name: '名称',
  size: '格式与大小',
  expiresOn: '有效期至',
  expiring: '材料将到期',
  expired: '材料已到期',
  addedAt: '上传时间',
  view: '打开',
  choose: '选择文件上传',
  attached: '已上传《{{title}}》',
  limits: 'PDF 或 JPEG，每个文件不超过 20 MB',
  nameHint: '不填则用文件名',
} as const;
