import { refusalOf } from '../../ui/refusal-sentence.js';
import { RefusalWords } from '../../ui/refusal-words.js';

/** Why the server said no, with what it compared; nothing while it has not. */
export function RefusalText({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  const refusal = refusalOf(error);
  return (
    <div role="alert" className="notice notice-bad" data-testid="refusal" data-code={refusal.code}>
      <RefusalWords refusal={refusal} />
    </div>
  );
}
