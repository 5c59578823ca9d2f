import type { Role } from '@tongyun/kernel';
import type { EnterpriseKey } from './enterprises.js';

export interface DemoSignIn {
  readonly username: string;
  readonly role: Exclude<Role, 'driver'>;
  readonly displayName: string;
  /** Null for the authorities. */
  readonly enterprise: EnterpriseKey | null;
  readonly district: string | null;
  readonly agency: string | null;
  readonly badgeNo: string | null;
}

/** One password for every sign-in of the demo; the demo prints it, so it protects nothing. */
export const DEMO_PASSWORD = 'tongyun-demo-2026';

/**
 * One sign-in for each role, a dispatcher for each enterprise, and a second manager, as a vehicle goes from one
 * enterprise to another by the word of both. Drivers have none: a dispatcher
 * issues a device code for one of DEMO_DRIVERS.
 */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  signIn('diaodu', 'dispatcher', '钱江湾调度员', { enterprise: 'QJ' }),
  signIn('diaodu-yh', 'dispatcher', '运河里调度员', { enterprise: 'YH' }),
  signIn('diaodu-xs', 'dispatcher', '萧绍建材调度员', { enterprise: 'XS' }),
  signIn('diaodu-bc', 'dispatcher', '北辰塘调度员', { enterprise: 'BC' }),
  signIn('bangfang', 'plant_desk', '浦沿站磅房', { enterprise: 'QJ' }),
  signIn('jingli', 'enterprise_manager', '钱江湾经理', { enterprise: 'QJ' }),
  signIn('jingli-yh', 'enterprise_manager', '运河里经理', { enterprise: 'YH' }),
  signIn('jiaojing', 'police', '值勤交警', { agency: '杭州市交警支队', badgeNo: '012345' }),
  signIn('guanlizhan', 'concrete_admin', '市商品混凝土管理站'),
  signIn('qujianju', 'district_bureau', '滨江区建设局', { district: '滨江区' }),
  signIn('jianwei', 'commission', '市建委'),
  signIn('xiehui', 'association', '市混凝土协会'),
  signIn('shenji', 'auditor', '审计'),
  signIn('xitong', 'system_admin', '系统管理员'),
  signIn('anzhuang', 'fitter', '终端安装员'),
];

function signIn(
  username: string,
  role: DemoSignIn['role'],
  displayName: string,
  over: Partial<DemoSignIn> = {},
): DemoSignIn {
  return {
    username,
    role,
    displayName,
    enterprise: null,
    district: null,
    agency: null,
    badgeNo: null,
    ...over,
  };
}
