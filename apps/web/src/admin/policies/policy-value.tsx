import { usePolicyWords } from './use-policy-words.js';

const LONGEST_IN_A_LINE = 40;

export interface PolicyValueProps {
  readonly policyKey: string;
  readonly value: unknown;
}

/** A value in words with its unit; a table of values folded, for whoever wants to read it. */
export function PolicyValue({ policyKey, value }: PolicyValueProps) {
  const { valueOf } = usePolicyWords();
  const words = valueOf(policyKey, value);
  if (words.length <= LONGEST_IN_A_LINE) return <strong>{words}</strong>;
  return (
    <details>
      <summary>{`${words.slice(0, LONGEST_IN_A_LINE)}…`}</summary>
      <pre className="policy-json">
        {typeof value === 'object' ? JSON.stringify(value, null, 2) : words}
      </pre>
    </details>
  );
}
