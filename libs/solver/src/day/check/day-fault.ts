/** A hard rule that a plan breaks. */
export interface DayFault {
  readonly code: string;
  readonly order: number;
  readonly detail: string;
}
