import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { zhCN } from '../texts/zh-CN.js';

type CostPart = keyof typeof zhCN.divert.costPart;
const isKnown = (part: string): part is CostPart => Object.hasOwn(zhCN.divert.costPart, part);

export interface OfferCostProps {
  readonly cost: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** The figure an offer is ranked by; what it is made of on pointing at it. */
export function OfferCost({ cost, parts }: OfferCostProps) {
  const { t } = useTranslation('dispatcher');
  const words = Object.entries(parts)
    .filter(([, value]) => value !== 0)
    .map(([part, value]) =>
      isKnown(part) ? `${t(`divert.costPart.${part}`)} ${value.toFixed(1)}` : part,
    );
  return (
    <Tooltip title={words.join(' · ')}>
      <span tabIndex={0}>{cost.toFixed(1)}</span>
    </Tooltip>
  );
}
