import type { OtherTruckView, PlannedLoadView, WhyTruckView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useOpenPlan } from '../plan-desk.js';
import { vehicleName } from '../plan-index.js';
import { whyTruckOf } from '../queries.js';
import { useRuleName } from '../use-rule-name.js';

const SHOWN = 4;

/** Every other truck tried in a load's place: the second best, and the rules in the way of nearer ones. */
export function OtherTrucks({ load }: { readonly load: PlannedLoadView }) {
  const { plan } = useOpenPlan();
  const { data: why, error } = useQuery(whyTruckOf(plan, load.id));
  if (error) return <RefusalNotice error={error} />;
  if (why === undefined) return <Spin size="small" />;
  return <Compared load={load} why={why} />;
}

function Compared({ load, why }: { readonly load: PlannedLoadView; readonly why: WhyTruckView }) {
  const { t } = useTranslation('plan');
  const { index } = useOpenPlan();
  const ruleName = useRuleName();
  const { approachKm, secondBest, possible, nearerKept } = why;
  const nameOf = (id: string) => vehicleName(index.vehicles.get(id));
  const kept = Object.entries(why.kept)
    .toSorted(([, one], [, other]) => other - one)
    .map(([code, count]) => t('why.keptBy', { rule: ruleName(code), count }));
  return (
    <>
      <li>{t('why.approach', { km: approachKm })}</li>
      <li data-testid="why-second-best" data-vehicle-id={secondBest?.vehicleId}>
        {secondBest === null ? (
          t('why.nobodyElse')
        ) : (
          <>
            {t('why.secondBest', { truck: nameOf(secondBest.vehicleId), count: possible })}
            <Difference load={load} other={secondBest} />
          </>
        )}
      </li>
      {nearerKept.slice(0, SHOWN).map(({ vehicleId, approachKm: km, code }) => (
        <li key={vehicleId} data-testid="why-nearer" data-code={code}>
          {t('why.nearer', { truck: nameOf(vehicleId), km, rule: ruleName(code) })}
        </li>
      ))}
      {kept.length > 0 && <li>{t('why.others', { what: kept.join(t('list.comma')) })}</li>}
    </>
  );
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

/** What the second best would make worse, or better; what stays the same is not said. */
function Difference({
  load,
  other,
}: {
  readonly load: PlannedLoadView;
  readonly other: OtherTruckView;
}) {
  const { t } = useTranslation('plan');
  const parts: string[] = (['lateMin', 'spacingMin', 'waitMin', 'emptyKm'] as const)
    .filter((what) => other[what] !== 0)
    .map((what) => t(`why.more.${what}`, { value: signed(other[what]) }));
  if (other.loadFromAt !== load.loadFromAt) {
    parts.unshift(t('why.loadsAt', { at: formatTime(other.loadFromAt) }));
  }
  parts.push(
    other.points === 0 ? t('why.equal') : t('why.more.points', { value: signed(other.points) }),
  );
  return <div className="gantt-sub">{parts.join(t('list.comma'))}</div>;
}
