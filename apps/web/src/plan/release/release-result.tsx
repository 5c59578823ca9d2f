import type { ReleasePlanView } from '@tongyun/contracts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { refusalSentence } from '../../ui/refusal-sentence.js';
import { useOpenPlan } from '../plan-desk.js';

/** Who was told, and each job that could not be given out, with the reasons. */
export function ReleaseResult({ released }: { readonly released: ReleasePlanView }) {
  const { t } = useTranslation('plan');
  const { index } = useOpenPlan();
  const language = useLanguage();
  return (
    <div data-testid="release-result">
      <Alert
        type={released.refused.length === 0 ? 'success' : 'warning'}
        showIcon
        title={t('release.done', {
          loads: released.releasedLoads,
          pumpJobs: released.releasedPumpJobs,
          kept: released.keptLoads,
        })}
      />
      {released.refused.length > 0 && (
        <ul className="plan-list">
          {released.refused.map(({ itemId, orderId, loadNo, code, reasons }) => {
            const site = index.orderNames.get(orderId) ?? '';
            return (
              <li key={itemId} data-testid="release-refused" data-code={code}>
                <b>
                  {loadNo === null ? t('pump.title', { site }) : t('load.title', { site, loadNo })}
                </b>
                <div>{refusalSentence({ code, message: '', details: {} }, language)}</div>
                {reasons.map(({ code: reason, sentence }) => (
                  <div key={reason} className="gantt-sub">
                    {sentence[language]}
                  </div>
                ))}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
