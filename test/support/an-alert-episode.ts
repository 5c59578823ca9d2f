import type { OpeningEpisode } from '@tongyun/alerts';
import { type EnterpriseId, newId, type VehicleId } from '@tongyun/kernel';

const AT = new Date('2026-11-23T08:00:00Z');

/** What the judge says who opens an episode of a zone. */
export const anAlertEpisode = (change: Partial<OpeningEpisode> = {}): OpeningEpisode => ({
  code: 'unregistered_in_zone',
  level: 'warning',
  vehicleId: newId<VehicleId>(),
  driverId: null,
  tripId: null,
  enterpriseId: newId<EnterpriseId>(),
  subjectKind: 'zone',
  subjectId: newId(),
  value: null,
  limitValue: null,
  unit: null,
  ruleVersion: 'built-in',
  reasons: [],
  evidence: [{ at: AT.toISOString(), lng: 120.1, lat: 30.2 }],
  position: { lng: 120.1, lat: 30.2 },
  startedAt: AT,
  endedAt: null,
  isLate: false,
  ...change,
});

/** What an episode says whose vehicle's pass has ended, at a time that many may have in common. */
export const ofExpiredPass = (passValidTo: string): Partial<OpeningEpisode> => ({
  code: 'pass_expired',
  reasons: [
    {
      code: 'pass_expired',
      effect: 'forbids_road',
      sentence: { 'zh-CN': '过期', en: 'expired' },
      compared: { passValidTo },
      policyVersion: 'shipped',
      overridableBy: [],
    },
  ],
});
