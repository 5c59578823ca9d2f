import { z } from 'zod';
import {
  day,
  dayValidity,
  endingValidity,
  idParam,
  instant,
  instantIn,
  pageOf,
  pageQuery,
  reasonText,
} from './common.js';

/** A round that is made anyway (日常巡查), or a look at one matter (专项检查). */
export const inspectionKind = z.enum(['routine', 'special']);
export type InspectionKind = z.infer<typeof inspectionKind>;
/** Whose people look. */
export const inspectionOffice = z.enum(['concrete_admin', 'district_bureau', 'traffic_police']);
export type InspectionOffice = z.infer<typeof inspectionOffice>;
export const inspectionTaskState = z.enum(['open', 'done', 'withdrawn']);
export type InspectionTaskState = z.infer<typeof inspectionTaskState>;

export const inspectionTaskStepView = z.object({
  toState: inspectionTaskState,
  /** What is to be looked at; then what was found, or why it was withdrawn. */
  text: z.string(),
  /** The line of the enterprise's ledger that says what was found, with its photos. */
  ledgerEntryId: z.uuid().nullable(),
  takenBy: z.uuid(),
  takenAt: instant,
});
export const inspectionTaskView = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  kind: inspectionKind,
  title: z.string(),
  offices: z.array(inspectionOffice),
  inspectorName: z.string(),
  dueOn: day,
  /** How its day stands; null: it is settled. */
  dueValidity: dayValidity.nullable(),
  state: inspectionTaskState,
  /** Oldest first; none is ever changed. */
  steps: z.array(inspectionTaskStepView),
});
export type InspectionTaskView = z.infer<typeof inspectionTaskView>;
export const inspectionTaskPage = pageOf(inspectionTaskView);
export const listInspectionTasksQuery = pageQuery.extend({
  enterpriseId: idParam.optional(),
  state: inspectionTaskState.optional(),
  /** Those not settled whose day comes soon, or is past. */
  due: endingValidity.optional(),
});
export type ListInspectionTasksQuery = z.infer<typeof listInspectionTasksQuery>;

export const orderInspectionRequest = z.object({
  enterpriseId: idParam,
  kind: inspectionKind,
  title: z.string().trim().min(2).max(200),
  /** What is to be looked at. */
  demand: z.string().trim().min(2).max(2_000),
  /** Several look together (联动检查). */
  offices: z.array(inspectionOffice).min(1).max(inspectionOffice.options.length),
  inspectorName: z.string().trim().min(1).max(60),
  dueOn: day,
});
export type OrderInspectionRequest = z.infer<typeof orderInspectionRequest>;
/** Photos are added to the line of the ledger that it becomes. */
export const reportInspectionRequest = z.object({
  inspectedAt: instantIn,
  result: z.string().trim().min(2).max(4_000),
  hasFindings: z.boolean(),
});
export type ReportInspectionRequest = z.infer<typeof reportInspectionRequest>;
export const withdrawInspectionRequest = z.object({ reason: reasonText });
export type WithdrawInspectionRequest = z.infer<typeof withdrawInspectionRequest>;
