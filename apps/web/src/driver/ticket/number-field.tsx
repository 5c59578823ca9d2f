export interface NumberFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
}

/** A number by the phone's number pad; empty is null. */
export function NumberField({ label, name, value, onValue }: NumberFieldProps) {
  return (
    <label>
      {label}
      <input
        type="number"
        inputMode="decimal"
        min={0}
        step="any"
        data-testid={`acceptance-${name}`}
        value={value ?? ''}
        onChange={({ target }) =>
          onValue(Number.isNaN(target.valueAsNumber) ? null : Math.max(0, target.valueAsNumber))
        }
      />
    </label>
  );
}
