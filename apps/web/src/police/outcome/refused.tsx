import { refusalOf } from '../../ui/refusal-sentence.js';
import { RefusalWords } from '../../ui/refusal-words.js';

/** Why what an officer sent was refused, with what was compared; nothing while it was not. */
export function Refused({ error }: { readonly error: unknown }) {
  if (!error) return null;
  return (
    <div role="alert" className="outcome-refused">
      <RefusalWords refusal={refusalOf(error)} />
    </div>
  );
}
