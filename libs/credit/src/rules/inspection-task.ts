export type InspectionTaskState = 'open' | 'done' | 'withdrawn';

/** Past its day and not done. @param today the calendar day at the place, `YYYY-MM-DD` */
export const isTaskOverdue = (
  { state, dueOn }: { readonly state: InspectionTaskState; readonly dueOn: string },
  today: string,
): boolean => state === 'open' && dueOn < today;
