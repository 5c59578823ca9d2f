export type InspectionTaskState = 'open' | 'done' | 'withdrawn';

/** States of one that somebody still has to make: its day counts. */
export const UNSETTLED_INSPECTIONS: readonly InspectionTaskState[] = ['open'];
