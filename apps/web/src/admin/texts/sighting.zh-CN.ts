/** What cameras saw. */
export const sightingZhCN = {
  at: '抓拍时间',
  camera: '卡口',
  outcomeLabel: '比对结果',
  zones: '所在区域',
  outside: '不在管控区域内',
  apart: '与终端相距',
  image: '图片',
  open: '查看图片',
  map: '抓拍位置',
  emptyHint: '还没有抓拍；由卡口系统通过接口上报',
  outcome: {
    not_a_plate: '误读',
    unknown: '未录入车辆',
    unregistered: '未备案车辆',
    suspended: '备案已暂停',
    apart: '疑似套牌',
    matched: '与终端一致',
    not_compared: '当时无定位',
  },
} as const;
