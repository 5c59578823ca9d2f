import type { PolicyKey, PolicyQueries, PolicyValueOf } from '@tongyun/policy';
import type { JudgePolicy } from './rules/context.js';

/** The judge's thresholds in force at an instant. */
export async function loadJudgePolicy(
  policies: Pick<PolicyQueries, 'valueAt'>,
  at: Date,
): Promise<JudgePolicy> {
  const versions = new Set<string>();
  const valueOf = async <Key extends PolicyKey>(key: Key): Promise<PolicyValueOf<Key>> => {
    const { value, version } = await policies.valueAt(key, at);
    versions.add(version === 'shipped' ? version : `${key} ${version}`);
    return value;
  };
  const values = {
    radiusConfirmFixes: await valueOf('alerts.over_radius.confirm_fixes'),
    radiusMarginM: await valueOf('alerts.over_radius.margin_m'),
    zoneConfirmFixes: await valueOf('alerts.zone.confirm_fixes'),
    zoneMarginM: await valueOf('alerts.zone.margin_m'),
    endFixes: await valueOf('alerts.end_fixes'),
    offlineAfterMin: await valueOf('alerts.offline_after_min'),
    fenceExitMarginM: await valueOf('geofence.site.exit_margin_m'),
    passageMaxGapSec: await valueOf('geofence.passage_max_gap_sec'),
    futureToleranceSec: await valueOf('fix.future_tolerance_sec'),
    worstAccuracyM: await valueOf('fix.worst_accuracy_m'),
    maxSpeedKph: await valueOf('fix.max_speed_kph'),
    movingFromKph: await valueOf('alerts.moving_from_kph'),
    overspeedKph: await valueOf('alerts.overspeed.limit_kph'),
    overspeedTownKph: await valueOf('alerts.overspeed.town_limit_kph'),
    overspeedHoldSec: await valueOf('alerts.overspeed.hold_sec'),
    drivingLimitMin: await valueOf('alerts.fatigue.drive_min'),
    drivingRestMin: await valueOf('alerts.fatigue.rest_min'),
    drivingWarnBeforeMin: await valueOf('alerts.fatigue.warn_before_min'),
    dailyDrivingMin: await valueOf('alerts.daily_driving_min'),
    operatingDayStartHour: await valueOf('operating_day.start_hour'),
    longStopMin: await valueOf('alerts.long_stop_min'),
    unloadTimeoutMin: await valueOf('alerts.unload_timeout_min'),
    lateReturnMin: await valueOf('alerts.late_return_min'),
    pumpDepartureLateMin: await valueOf('alerts.pump_departure_late_min'),
    pumpReadyLateMin: await valueOf('alerts.pump_ready_late_min'),
    offRouteFactor: await valueOf('alerts.off_route.detour_factor'),
    offRouteSlackM: await valueOf('alerts.off_route.slack_m'),
    offRouteCorridorM: await valueOf('alerts.off_route.corridor_m'),
    watchConfirmFixes: await valueOf('alerts.watch.confirm_fixes'),
    calendar: await valueOf('calendar.days'),
    lateWithinHours: await valueOf('judge.late_checkpoint_hours'),
  };
  return { ...values, version: [...versions].join(', ') };
}
