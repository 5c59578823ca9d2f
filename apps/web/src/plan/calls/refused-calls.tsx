import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { refusalSentence } from '../../ui/refusal-sentence.js';
import { useOpenPlan } from '../plan-desk.js';

export interface RefusedCallsProps {
  readonly done: number;
  readonly refused: readonly { readonly orderId: string; readonly code: string }[];
}

/** Orders that a call came too late for, each with its reason. */
export function RefusedCalls({ done, refused }: RefusedCallsProps) {
  const { t } = useTranslation('plan');
  const { index } = useOpenPlan();
  const language = useLanguage();
  if (refused.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="calls-refused"
      title={t('call.some', { done, refused: refused.length })}
      description={
        <ul className="plan-faults">
          {refused.map(({ orderId, code }) => (
            <li key={orderId}>
              <b>{index.orderNames.get(orderId)}</b>{' '}
              {refusalSentence({ code, message: '', details: {} }, language)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
