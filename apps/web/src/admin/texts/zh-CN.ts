import { agencyKeyZhCN } from './agency-key.zh-CN.js';
import { agreementZhCN } from './agreement.zh-CN.js';
import { alertZhCN } from './alert.zh-CN.js';
import { applicationZhCN } from './application.zh-CN.js';
import { attachedZhCN } from './attached.zh-CN.js';
import { auditZhCN } from './audit.zh-CN.js';
import { creditZhCN } from './credit.zh-CN.js';
import { districtZhCN } from './district.zh-CN.js';
import { driverNameZhCN } from './driver-name.zh-CN.js';
import { findingZhCN } from './finding.zh-CN.js';
import { importsZhCN } from './imports.zh-CN.js';
import { inspectionZhCN } from './inspection.zh-CN.js';
import { ledgerZhCN, licenceZhCN } from './ledger.zh-CN.js';
import { outcomeZhCN } from './outcome.zh-CN.js';
import { papersZhCN } from './papers.zh-CN.js';
import { passZhCN } from './pass.zh-CN.js';
import { passKeyZhCN } from './pass-key.zh-CN.js';
import { phoneZhCN } from './phone.zh-CN.js';
import { plantZhCN } from './plant.zh-CN.js';
import { policyZhCN } from './policy.zh-CN.js';
import { rectificationZhCN } from './rectification.zh-CN.js';
import { registrationZhCN } from './registration.zh-CN.js';
import { sessionZhCN } from './session.zh-CN.js';
import { sightingZhCN } from './sighting.zh-CN.js';
import {
  terminalZhCN,
  rawLogZhCN,
  terminalOrderZhCN,
  controlZhCN,
  parameterZhCN,
} from './terminal.zh-CN.js';
import { trainingZhCN } from './training.zh-CN.js';
import { transferZhCN } from './transfer.zh-CN.js';
import { userZhCN } from './user.zh-CN.js';
import { zoneZhCN } from './zone.zh-CN.js';

/** The administration's page. */
export const adminZhCN = {
  title: '砼运 管理台',
  tab: {
    registrations: '备案',
    terminalRegistrations: '终端备案',
    transfers: '车辆过户',
    applications: '通行证申请',
    passes: '通行证',
    sessions: '培训场次',
    trainings: '上岗证书',
    terminals: '车载终端',
    phones: '定位手机',
    agencyKeys: '机关密钥',
    outcomes: '处置记录',
    passKeys: '签名密钥',
    findings: '路面问题',
    alerts: '报警',
    sightings: '卡口抓拍',
    plants: '企业与厂站',
    zones: '区域',
    districts: '区县',
    imports: '批量导入',
    policies: '政策参数',
    users: '用户',
    credit: '信用',
    inspections: '检查任务',
    ledger: '安全台账',
    audit: '记录核验',
  },
  embedded: {
    title: '数据存放在内嵌数据库中：进程被杀不会丢失数据，断电则可能丢失。',
    how: '正式运行请使用 PostgreSQL 服务器：停止系统，执行“DATABASE_URL=postgres://… npm run move-data”迁移数据，再以该 DATABASE_URL 启动。',
  },
  nav: '管理事项',
  list: {
    details: '详情',
    all: '全部',
    plate: '按车牌查',
    dataAt: '数据时间 {{time}}',
    rows: '已显示 {{n}} 条',
    actions: '操作',
    more: '加载更多',
    dueSoon: '即将到期',
    overdue: '已超期',
  },
  decision: {
    now: '现状态',
    next: '决定',
    reason: '理由',
    reasonHint: '写明依据，至少 2 个字；理由会永久保存',
    reasonNeeded: '请写明理由（2–500 字）',
    noteHint: '说明（误报、申诉必填）',
    save: '确定',
    saved: '已保存',
    changed: '他人刚刚修改过，现状态为“{{state}}”。请核对后再决定。',
    none: '这个状态下没有可做的决定',
    decide: '办理',
    history: '历史',
    historyOf: '{{name}} 的决定记录',
    noHistory: '还没有决定记录',
    by: '{{office}} · 经办人 {{id}}',
    mine: '本人',
    system: '系统',
    first: '新建',
  },
  papers: papersZhCN,
  registration: registrationZhCN,
  agreement: agreementZhCN,
  driverName: driverNameZhCN,
  transfer: transferZhCN,
  sighting: sightingZhCN,
  inspection: inspectionZhCN,
  attached: attachedZhCN,
  ledger: ledgerZhCN,
  licence: licenceZhCN,
  pass: passZhCN,
  application: applicationZhCN,
  session: sessionZhCN,
  training: trainingZhCN,
  terminal: terminalZhCN,
  rawLog: rawLogZhCN,
  order: terminalOrderZhCN,
  control: controlZhCN,
  parameter: parameterZhCN,
  agencyKey: agencyKeyZhCN,
  phone: phoneZhCN,
  alert: alertZhCN,
  imports: importsZhCN,
  plant: plantZhCN,
  policy: policyZhCN,
  district: districtZhCN,
  zone: zoneZhCN,
  user: userZhCN,
  credit: creditZhCN,
  outcome: outcomeZhCN,
  passKey: passKeyZhCN,
  finding: findingZhCN,
  rectification: rectificationZhCN,
  audit: auditZhCN,
} as const;
