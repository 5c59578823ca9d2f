export interface FromToProps {
  readonly from: string;
  readonly to: string;
}

/** What was and what is now; only one where nothing changed. */
export function FromTo({ from, to }: FromToProps) {
  if (from === to) return <span>{to}</span>;
  return (
    <span>
      <s>{from}</s> → <b>{to}</b>
    </span>
  );
}
