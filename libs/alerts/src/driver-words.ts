import type { AlertCode } from '@tongyun/contracts';

export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** What a driver is told of each alert: what it is and what he is to do, in one breath. */
export const DRIVER_WORDS: Readonly<Record<AlertCode, Words>> = {
  over_radius: words(
    '已超出作业半径，请联系调度。',
    'You are beyond the supply range. Call the dispatcher.',
  ),
  unregistered_in_zone: words(
    '车辆未备案，请驶离限行区域。',
    'The vehicle is not registered. Leave the zone.',
  ),
  no_pass: words('无通行证，请驶离限行区域。', 'There is no road pass. Leave the zone.'),
  pass_expired: words(
    '通行证已过期，请驶离限行区域。',
    'The road pass has expired. Leave the zone.',
  ),
  outside_pass_zone: words(
    '超出通行证区域，请按许可路线行驶。',
    'The pass is not for this zone. Keep to its route.',
  ),
  bad_hours: words('当前时段禁止通行，请驶离。', 'The zone is closed at this hour. Leave it.'),
  offline: words('终端离线，请检查终端。', 'The terminal is silent. Check it.'),
  overspeed: words('您已超速，请减速。', 'You are too fast. Slow down.'),
  fatigue_warning: words('即将疲劳驾驶，请尽快休息。', 'You are due a rest. Stop soon.'),
  fatigue: words('疲劳驾驶，请立即停车休息。', 'You have driven too long. Stop and rest now.'),
  daily_driving: words(
    '今日驾驶已超时，请停止驾驶。',
    'Today’s driving time is used up. Stop driving.',
  ),
  long_stop: words('停车过久，请说明情况或继续行驶。', 'You have stood long. Go on, or say why.'),
  off_route: words('已偏离路线，请返回。', 'You are off the route. Return to it.'),
  off_permitted_route: words(
    '已偏离通行证规定路线，请返回规定路线。',
    'You are off the route of the road pass. Return to it.',
  ),
  transport_timeout: words(
    '混凝土运输超时，请联系调度。',
    'The concrete is getting too old. Call the dispatcher.',
  ),
  unload_timeout: words('卸料超时，请联系调度。', 'Unloading takes too long. Call the dispatcher.'),
  late_return: words('返站超时，请尽快返回。', 'You are late back. Return to the plant.'),
  illegal_unload: words(
    '此处不是卸料地点，请停止卸料。',
    'This is no place to unload. Stop unloading.',
  ),
  no_task_exit: words('无任务离场，请联系调度。', 'You left without a task. Call the dispatcher.'),
  undeclared_use: words('车辆未申报使用，请联系调度。', 'The vehicle’s use is not declared.'),
  untrained_driver: words(
    '您的培训无效，请停止驾驶并联系调度。',
    'Your training is not valid. Stop and call the dispatcher.',
  ),
  pump_not_departed: words(
    '泵车未按时出发，请马上出发或联系调度。',
    'You should have set out. Go now, or call the dispatcher.',
  ),
  pump_overdue: words(
    '首车将到，泵车未架好，请联系调度。',
    'The first truck is due and the pump is not set up. Call the dispatcher.',
  ),
  off_duty_moving: words('您已下班，请勿驾驶。', 'You are off duty. Do not drive.'),
  roadside_hold: words(
    '车辆被交警暂留，请配合处理。',
    'The police hold the vehicle. Do as they ask.',
  ),
  plate_mismatch: words(
    '您的车牌在别处被拍到，请联系调度。',
    'Your plate was seen elsewhere. Call the dispatcher.',
  ),
  device_fault: words('终端故障，请检查终端。', 'The terminal is faulty. Check it.'),
  terminal_alarm: words(
    '终端报警，请确认安全并联系调度。',
    'The terminal raises an alarm. Make sure that you are safe, and call the dispatcher.',
  ),
  blind_spot: words('右转盲区异常，请注意。', 'The right blind spot is not watched. Take care.'),
};
