import { passState, registrationState, type RoadsideView, tripStage } from '@tongyun/contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatHours } from '../../i18n/hours.js';
import { formatDateTime } from '../../i18n/time.js';
import { useLanguage } from '../../i18n/use-language.js';
import { type Fact, FactList } from './fact-list.js';

type Shared = TFunction<'shared'>;
type Police = TFunction<'police'>;

/** What an officer compares with the papers and the load. */
export function RoadsideFacts({ view }: { readonly view: RoadsideView }) {
  const { t } = useTranslation('police');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  return (
    <section aria-label={t('fact.heading')} data-testid="facts">
      <FactList
        facts={[
          ...tripFacts(view, t, shared),
          ...vehicleFacts(view, t, shared),
          ...passFacts(view, t, shared, (hours) => formatHours(hours, language)),
          driverFact(view, t),
          { name: t('fact.alerts'), value: t('fact.alertCount', { n: view.openAlerts }) },
          view.vehicle && violationsFact(view, t, shared),
        ]}
      />
    </section>
  );
}

function tripFacts({ trip }: RoadsideView, t: Police, shared: Shared): (Fact | null)[] {
  if (!trip) return [];
  const stage = tripStage.safeParse(trip.stage);
  return [
    { name: t('concrete.label'), value: <ConcreteLeft leftMin={trip.concreteLeftMin} t={t} /> },
    {
      name: t('fact.trip'),
      value: (
        <>
          {t('fact.route', { plant: trip.plantName, site: trip.siteName })}
          <br />
          {t('fact.order', { no: trip.orderNo })}
          {stage.success && ` · ${shared(`stage.${stage.data}`)}`}
        </>
      ),
    },
    radiusFact(trip, t, shared),
  ];
}

/** Whether its plant may supply its site: the radius of the plan, or the area drawn for it. */
function radiusFact(
  { supplyRange }: NonNullable<RoadsideView['trip']>,
  t: Police,
  shared: Shared,
): Fact | null {
  if (!supplyRange) return null;
  const { isInside, distanceM, limitM } = supplyRange;
  const where = t(isInside ? 'fact.radiusInside' : 'fact.radiusOutside', { km: toKm(distanceM) });
  return {
    name: t('fact.radius'),
    value: (
      <span data-testid="radius" className={isInside ? undefined : 'concrete-over'}>
        {limitM === null
          ? where
          : shared('mark.bracket', {
              what: where,
              note: t('fact.radiusLimit', { km: toKm(limitM) }),
            })}
      </span>
    ),
  };
}

const toKm = (metres: number): string => (metres / 1_000).toFixed(1);

/** Ended ones too: a vehicle that has stopped for the officer does nothing wrong just now. */
function violationsFact(
  { recentViolations: { days, count, newest } }: RoadsideView,
  t: Police,
  shared: Shared,
): Fact {
  return {
    name: t('fact.violations', { n: days }),
    value: (
      <span data-testid="violations">
        {t('fact.violationCount', { n: count })}
        {newest.map(({ kind, at, endedAt }) => (
          <span key={`${kind} ${at}`}>
            <br />
            {t('fact.violation', {
              time: formatDateTime(at),
              kind: kind === 'roadside_finding' ? t('fact.finding') : shared(`alertCode.${kind}`),
            })}
            {endedAt === null && ` · ${t('fact.violationUnderWay')}`}
          </span>
        ))}
      </span>
    ),
  };
}

/** Said first: a load that sets in the drum is worth more haste than a form. */
function ConcreteLeft({ leftMin, t }: { readonly leftMin: number | null; readonly t: Police }) {
  if (leftMin === null) return t('concrete.none');
  const min = Math.abs(Math.round(leftMin));
  return (
    <strong data-testid="concrete-left" className={leftMin < 0 ? 'concrete-over' : undefined}>
      {t(leftMin < 0 ? 'concrete.over' : 'concrete.left', { min })}
    </strong>
  );
}

function vehicleFacts({ vehicle }: RoadsideView, t: Police, shared: Shared): (Fact | null)[] {
  if (!vehicle) return [];
  const { enterpriseName, creditGrade, isEnterpriseBarred, ownerName } = vehicle;
  const state = registrationState.safeParse(vehicle.registrationState);
  const credit = creditGrade && t('fact.credit', { grade: shared(`creditGrade.${creditGrade}`) });
  return [
    { name: t('fact.kind'), value: shared(`vehicleKind.${vehicle.kind}`) },
    enterpriseName === null
      ? null
      : {
          name: t(ownerName === null ? 'fact.enterprise' : 'fact.user'),
          value: credit
            ? shared('mark.bracket', { what: enterpriseName, note: credit })
            : enterpriseName,
        },
    isEnterpriseBarred
      ? {
          name: t('fact.standing'),
          value: (
            <strong data-testid="barred" className="concrete-over">
              {t('fact.barred')}
            </strong>
          ),
        }
      : null,
    ownerName === null ? null : { name: t('fact.owner'), value: ownerName },
    {
      name: t('fact.registration'),
      value: state.success
        ? shared(`registrationState.${state.data}`)
        : shared('verdict.not_registered'),
    },
    suspensionFact(vehicle, t, shared),
  ];
}

/** Since when, by which office and why: what the driver is told to clear up. */
function suspensionFact(
  { suspension }: NonNullable<RoadsideView['vehicle']>,
  t: Police,
  shared: Shared,
): Fact | null {
  if (!suspension) return null;
  const office = suspension.byRoles.map((role) => shared(`role.${role}`)).join(shared('mark.and'));
  return {
    name: t('fact.suspension'),
    value: (
      <>
        {t('fact.suspendedSince', { time: formatDateTime(suspension.since) })}
        {office !== '' && ` · ${office}`}
        <br />
        {suspension.reason}
      </>
    ),
  };
}

function passFacts(
  view: RoadsideView,
  t: Police,
  shared: Shared,
  hoursText: (hours: NonNullable<RoadsideView['pass']>['hours']) => string,
): (Fact | null)[] {
  const { pass, vehicle } = view;
  if (!pass) return vehicle ? [{ name: t('fact.passNo'), value: t('fact.noPass') }] : [];
  const state = passState.safeParse(pass.state);
  return [
    {
      name: t('fact.passNo'),
      value: state.success ? `${pass.passNo} · ${shared(`passState.${state.data}`)}` : pass.passNo,
    },
    { name: t('fact.zones'), value: pass.zoneNames.join(shared('mark.and')) },
    pass.routeNames.length > 0
      ? { name: t('fact.routes'), value: pass.routeNames.join(shared('mark.and')) }
      : null,
    { name: t('fact.hours'), value: hoursText(pass.hours) },
    {
      name: t('fact.validity'),
      value: (
        <>
          <span className="facts-time">{formatDateTime(pass.validFrom)}</span> {t('fact.to')}{' '}
          <span className="facts-time">{formatDateTime(pass.validTo)}</span>
          <PassGrace pass={pass} judgedFor={view.judgedFor} t={t} />
        </>
      ),
    },
  ];
}

interface PassGraceProps {
  readonly pass: NonNullable<RoadsideView['pass']>;
  readonly judgedFor: string;
  readonly t: Police;
}

/** How long it still serves after its end, and what for. */
function PassGrace({ pass: { validTo, leaveBy, toleratedTo }, judgedFor, t }: PassGraceProps) {
  const at = Date.parse(judgedFor);
  const isLeaving = leaveBy !== null && Date.parse(validTo) <= at && at < Date.parse(leaveBy);
  return (
    <>
      {toleratedTo !== null && (
        <>
          <br />
          <span data-testid="tolerated-to">
            {t('fact.toleratedTo', { time: formatDateTime(toleratedTo) })}
          </span>
        </>
      )}
      {isLeaving && (
        <>
          <br />
          <span data-testid="leave-by">{t('fact.leaveBy', { time: formatDateTime(leaveBy) })}</span>
        </>
      )}
    </>
  );
}

const driverFact = ({ driver }: RoadsideView, t: Police): Fact | null =>
  driver && {
    name: t('fact.driver'),
    value: `${driver.maskedName} · ${t(driver.isTrained ? 'fact.trained' : 'fact.untrained')}`,
  };
