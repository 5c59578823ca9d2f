export const zhCN = {
  title: '砼运',
  choose: '请选择要使用的页面',
  dispatcher: { name: '调度台', note: '订单、派车、实时地图、报警' },
  plan: { name: '日计划', note: '编制、下达、调整全天车辆和泵车计划' },
  plant: { name: '磅房', note: '排队叫号、装料、过磅、发货单' },
  driver: { name: '司机', note: '手机：报站、任务、上报节点' },
  police: { name: '交警查询', note: '输入车牌，立即核验' },
  fitter: { name: '终端安装', note: '手机：安装、绑定、更换、校准终端' },
  city: { name: '全市概况', note: '产量、运次、报警、台账、应急力量' },
  grades: { name: '信用等级公示', note: '企业现行等级，无需登录' },
  admin: { name: '管理', note: '备案、通行证、培训、终端' },
} as const;
