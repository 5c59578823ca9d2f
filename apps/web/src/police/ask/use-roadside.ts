import type { PlateColor, RoadsideView } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { askRoadside } from '../../api/supervision.js';
import type { Place } from '../place/use-place.js';
import { type StatedPurpose, toQuestion } from './purpose.js';
import { within } from './within.js';

/** An officer at a window does not wait longer. */
const ANSWER_WITHIN_MS = 8_000;

export interface RoadsideQuestion {
  readonly plateNo: string;
  readonly color: PlateColor;
  readonly place: Place | null;
  readonly purpose: StatedPurpose;
}

/** Asks about one plate; what comes late counts as no answer at all. */
export const useRoadside = (onAnswer: (view: RoadsideView, asked: RoadsideQuestion) => void) =>
  useMutation({
    mutationFn: ({ plateNo, color, place, purpose }: RoadsideQuestion) =>
      within(
        ANSWER_WITHIN_MS,
        askRoadside(plateNo, {
          color,
          ...toQuestion(purpose),
          ...(place && { ...place, crs: 'wgs84' as const }),
        }),
      ),
    onSuccess: onAnswer,
    networkMode: 'always',
  });
