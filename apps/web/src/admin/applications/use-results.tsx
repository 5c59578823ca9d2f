import type { PassApplicationResults } from '@tongyun/contracts';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { refusalSentence } from '../../ui/refusal-sentence.js';

/**
 * Tells what became of each thing of a request: a word when all went well, else every refusal.
 *
 * @param nameOf what people call the thing that an id stands for
 */
export function useResults(): (
  results: PassApplicationResults,
  nameOf: (id: string) => string,
) => void {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const { message, modal } = App.useApp();
  return ({ items }, nameOf) => {
    const refused = items.flatMap(({ id, refusal }) => (refusal ? [{ id, refusal }] : []));
    const done = items.length - refused.length;
    if (refused.length === 0) {
      void message.success(t('application.allDone', { n: done }));
      return;
    }
    modal.warning({
      title: t('application.partly', { done, refused: refused.length }),
      width: 560,
      content: (
        <ul data-testid="refused-items">
          {refused.map(({ id, refusal }) => (
            <li key={id}>
              <strong className="admin-plate">{nameOf(id)}</strong>{' '}
              {refusalSentence(refusal, language)}
            </li>
          ))}
        </ul>
      ),
    });
  };
}
