import type { RoadsideView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatTimeSeconds } from '../../i18n/time.js';
import { ReasonGroups } from './reason-groups.js';
import { RoadsideFacts } from './roadside-facts.js';
import { VerdictLine } from './verdict-line.js';

export interface AnswerProps {
  readonly view: RoadsideView;
  readonly hasPlace: boolean;
}

/** Verdict, why, facts, and since when they are true. */
export function Answer({ view, hasPlace }: AnswerProps) {
  const { t } = useTranslation('police');
  const barsRoad = view.reasons.some(({ effect }) => effect === 'forbids_road');
  return (
    <>
      <VerdictLine verdict={view.verdict} plateNo={view.plateNo} />
      {view.isPlateAmbiguous && (
        <p className="why" data-testid="plate-ambiguous">
          {t('answer.plateAmbiguous')}
        </p>
      )}
      <p className="judged-where" data-testid="judged-where">
        <ZoneWords view={view} hasPlace={hasPlace} />
      </p>
      {view.roadsLeftOut.map(({ zoneName, roadName }) => (
        <p className="why" key={`${zoneName} ${roadName}`} data-testid="road-left-out">
          {t('answer.roadLeftOut', { zone: zoneName, road: roadName })}
        </p>
      ))}
      {view.verdict === 'near_border' && <p className="why">{t('border')}</p>}
      {view.verdict === 'may_pass' && !barsRoad && <p className="why">{t('answer.noReason')}</p>}
      <ReasonGroups reasons={view.reasons} />
      <RoadsideFacts view={view} />
      <p className="answer-foot">
        <span data-testid="data-at">
          {t('answer.dataAt', { time: `${formatDateTime(view.dataAt)}` })}
        </span>{' '}
        · <span>{t('answer.judgedFor', { time: judgedForText(view) })}</span>
        <PresentFacts view={view} />
        <br />
        <span>{t('answer.checkNo', { id: view.checkId })}</span>
      </p>
    </>
  );
}

/** With its day, where it is not the time of asking. */
const judgedForText = ({ judgedFor, presentFacts }: RoadsideView): string =>
  presentFacts.length > 0 ? formatDateTime(judgedFor) : formatTimeSeconds(judgedFor);

/** Whoever asks about an hour that has passed must not take what is so now for what was so then. */
function PresentFacts({ view: { presentFacts } }: { readonly view: RoadsideView }) {
  const { t } = useTranslation('police');
  const { t: shared } = useTranslation('shared');
  if (presentFacts.length === 0) return null;
  const facts = presentFacts
    .map((fact) => t(`answer.presentFact.${fact}`))
    .join(shared('mark.and'));
  return (
    <>
      <br />
      <span data-testid="present-facts">{t('answer.present', { facts })}</span>
    </>
  );
}

function ZoneWords({ view, hasPlace }: AnswerProps) {
  const { t } = useTranslation('police');
  const { t: shared } = useTranslation('shared');
  if (view.zones.length > 0) {
    return t('answer.inZones', {
      names: view.zones.map(({ name }) => name).join(shared('mark.and')),
    });
  }
  return t(hasPlace ? 'answer.noZone' : 'answer.noPlace');
}
