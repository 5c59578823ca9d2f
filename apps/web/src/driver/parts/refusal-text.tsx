import { useLanguage } from '../../i18n/use-language.js';
import { refusalOf, refusalSentence } from '../../ui/refusal-sentence.js';

/** Why the server said no, in one sentence; nothing while it has not. */
export function RefusalText({ error }: { readonly error: unknown }) {
  const language = useLanguage();
  if (error === null || error === undefined) return null;
  const refusal = refusalOf(error);
  return (
    <p role="alert" className="notice notice-bad" data-testid="refusal" data-code={refusal.code}>
      {refusalSentence(refusal, language)}
    </p>
  );
}
