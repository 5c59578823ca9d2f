import { PlateColors } from './plate-colors.js';
import type { PlateEntry } from './plate-entry.js';
import { PlateInput } from './plate-input.js';
import { PlateKeyboard } from './plate-keyboard.js';
import './plate.css';

export interface PlatePadProps {
  readonly entry: PlateEntry;
  readonly onChange: (entry: PlateEntry) => void;
}

/** Everything it takes to enter a plate with a glove on. */
export function PlatePad({ entry, onChange }: PlatePadProps) {
  return (
    <div className="plate-pad">
      <PlateInput entry={entry} onChange={onChange} />
      <PlateColors color={entry.color} onChange={(color) => onChange({ ...entry, color })} />
      <PlateKeyboard entry={entry} onChange={onChange} />
    </div>
  );
}
