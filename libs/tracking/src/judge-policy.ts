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
    futureToleranceSec: await valueOf('fix.future_tolerance_sec'),
    maxSpeedKph: await valueOf('fix.max_speed_kph'),
    lateWithinHours: await valueOf('judge.late_checkpoint_hours'),
  };
  return { ...values, version: [...versions].join(', ') };
}
