import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { sharedZhCN } from '../../i18n/texts/zh-CN.js';

type CostPart = keyof typeof sharedZhCN.costPart;
const isKnown = (part: string): part is CostPart => Object.hasOwn(sharedZhCN.costPart, part);

export interface CandidateCostProps {
  readonly cost: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** The figure a candidate is ranked by; what it is made of on pointing at it. */
export function CandidateCost({ cost, parts }: CandidateCostProps) {
  const { t } = useTranslation('shared');
  const words = Object.entries(parts)
    .filter(([, value]) => value !== 0)
    .map(([part, value]) => `${isKnown(part) ? t(`costPart.${part}`) : part} ${value.toFixed(1)}`);
  return (
    <Tooltip title={words.join(' · ')}>
      <span tabIndex={0}>{cost.toFixed(1)}</span>
    </Tooltip>
  );
}
