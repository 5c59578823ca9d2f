import type { RoadsideVerdict } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatPlate } from '../../plate/plate-entry.js';
import { VerdictIcon } from './verdict-icon.js';

export interface VerdictLineProps {
  readonly verdict: RoadsideVerdict;
  readonly plateNo: string;
}

/** The answer: one word, one colour, one shape. */
export function VerdictLine({ verdict, plateNo }: VerdictLineProps) {
  const { t } = useTranslation('shared');
  return (
    <div className="verdict" role="alert" data-testid="verdict" data-verdict={verdict}>
      <VerdictIcon verdict={verdict} />
      <div>
        <p className="verdict-plate" data-testid="verdict-plate">
          {formatPlate(plateNo)}
        </p>
        <p className="verdict-word">{t(`verdict.${verdict}`)}</p>
      </div>
    </div>
  );
}
