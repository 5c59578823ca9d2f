import type { MeView, PassStatement } from '@tongyun/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainBar } from '../ui/plain-bar.js';
import { EMPTY_PLATE, type PlateEntry } from '../plate/plate-entry.js';
import { Answer } from './answer/answer.js';
import { NoAnswer } from './answer/no-answer.js';
import { AskForm } from './ask/ask-form.js';
import { isPurposeSaid, keepPurpose, readPurpose, type StatedPurpose } from './ask/purpose.js';
import { useRoadside } from './ask/use-roadside.js';
import { DriverDisclosure } from './outcome/driver-disclosure.js';
import { FindingForm } from './finding/finding-form.js';
import { OutcomeForm } from './outcome/outcome-form.js';
import { ScanButton } from './pass-code/scan-button.js';
import { usePlace } from './place/use-place.js';
import { RecentList } from './recent/recent-list.js';
import { keepRecentQuery, readRecentQueries, stillRecent } from './recent/recent-queries.js';

export interface PolicePageProps {
  readonly user: MeView;
  /** What a genuine code states that the page was opened with; asked about at once. */
  readonly stated: PassStatement | null;
  /** Another plate than the stated one is entered. */
  readonly onOtherPlate: () => void;
}

/** Ask about a plate; read the answer; say what was done. */
export function PolicePage({ user, stated, onOtherPlate }: PolicePageProps) {
  const { t } = useTranslation('police');
  const [plate, setPlate] = useState<PlateEntry>(EMPTY_PLATE);
  const [isPlaceWanted, setIsPlaceWanted] = useState(false);
  const [purpose, setPurpose] = useState(() => readPurpose(localStorage));
  const [recent, setRecent] = useState(() => readRecentQueries(localStorage, new Date()));
  const placeState = usePlace(isPlaceWanted);
  const roadside = useRoadside((_, { plateNo, color }) =>
    setRecent(keepRecentQuery(localStorage, { plateNo, color, askedAt: new Date().toISOString() })),
  );
  const { variables: asked, data: view, error, isPending } = roadside;
  const hasAnswer = view !== undefined || error !== null;

  const ask = ({ places, color }: PlateEntry) =>
    roadside.mutate({
      plateNo: places,
      color,
      place: placeState.state === 'found' ? placeState.place : null,
      purpose,
    });
  const changePurpose = (next: StatedPurpose) => {
    keepPurpose(localStorage, next);
    setPurpose(next);
  };
  // A verdict stays only beside the plate that it is about.
  const changePlate = (next: PlateEntry) => {
    roadside.reset();
    setPlate(next);
    onOtherPlate();
  };
  useAskForStated(stated, (entry) => {
    setPlate(entry);
    ask(entry);
  });
  return (
    <div className="police" data-has-answer={hasAnswer}>
      <PlainBar
        title={t('title')}
        // Who asks: every question is kept under this badge.
        who={[user.displayName, user.badgeNo].filter((part) => part !== null).join(' · ')}
      />
      <div className="police-ask">
        <AskForm
          plate={plate}
          isAsking={isPending}
          place={{ isWanted: isPlaceWanted, state: placeState, onChange: setIsPlaceWanted }}
          purpose={{ purpose, onChange: changePurpose }}
          onPlate={changePlate}
          onAsk={() => ask(plate)}
        />
        <ScanButton />
        <RecentList
          queries={stillRecent(recent, new Date())}
          mayAsk={isPurposeSaid(purpose)}
          onAsk={({ plateNo, color }) => {
            const again = { places: plateNo, color };
            setPlate(again);
            ask(again);
          }}
        />
      </div>
      <main className="police-answer" aria-label={t('answer.region')} aria-busy={isPending}>
        {!hasAnswer && (
          <p className="not-asked">{t(isPending ? 'ask.submitting' : 'answer.notAsked')}</p>
        )}
        {view && <Answer view={view} hasPlace={asked?.place != null} />}
        {view?.driver && <DriverDisclosure key={`driver ${view.checkId}`} checkId={view.checkId} />}
        {view && <OutcomeForm key={view.checkId} view={view} place={asked?.place ?? null} />}
        {view?.vehicle && (
          <FindingForm
            key={`finding ${view.checkId}`}
            checkId={view.checkId}
            place={asked?.place ?? null}
          />
        )}
        {error && asked && <NoAnswer plateNo={asked.plateNo} error={error} />}
        {hasAnswer && (
          <div className="answer-buttons">
            <button type="button" className="ask-again" onClick={() => ask(plate)}>
              {t('ask.again')}
            </button>
            <button
              type="button"
              className="ask-button"
              data-testid="another"
              onClick={() => changePlate(EMPTY_PLATE)}
            >
              {t('ask.another')}
            </button>
          </div>
        )}
      </main>
    </div>
  );
}

/** Asks about the plate, or equipment number, of a scanned pass, once for each. */
function useAskForStated(stated: PassStatement | null, ask: (entry: PlateEntry) => void): void {
  const [askedFor, setAskedFor] = useState<PassStatement | null>(null);
  useEffect(() => {
    if (stated === null || stated === askedFor) return;
    setAskedFor(stated);
    const name = stated.p ?? stated.e;
    if (name !== undefined) ask({ places: name, color: stated.c ?? EMPTY_PLATE.color });
  }, [stated, askedFor, ask]);
}
