import { z } from 'zod';
import { day, dayValidity, instant } from './common.js';

/** The largest file that is taken, bytes. */
export const MOST_FILE_BYTES = 20_000_000;

/** Whom or what a file may be attached to; a vehicle's and a terminal's are the papers of its registration. */
export const documentSubject = z.enum(['vehicle', 'terminal', 'enterprise', 'plant', 'driver']);
export type DocumentSubject = z.infer<typeof documentSubject>;

export const documentKind = z.enum([
  'vehicle_licence',
  'transport_licence',
  'inspection',
  'insurance',
  'terminal_approval',
  'fitting_record',
  'business_licence',
  'qualification',
  'plant_licence',
  'branch_approval',
  'driving_licence',
  'driver_certificate',
  'photo',
  'other',
]);
export type DocumentKind = z.infer<typeof documentKind>;

/** Which papers there are of each, the one that is asked for most first. */
export const DOCUMENT_KINDS = {
  vehicle: ['vehicle_licence', 'transport_licence', 'inspection', 'insurance', 'photo', 'other'],
  terminal: ['terminal_approval', 'fitting_record', 'photo', 'other'],
  enterprise: ['business_licence', 'qualification', 'other'],
  plant: ['plant_licence', 'branch_approval', 'photo', 'other'],
  driver: ['driving_licence', 'driver_certificate', 'photo', 'other'],
} as const satisfies Record<DocumentSubject, readonly DocumentKind[]>;

/** The file itself is the request's body: a PDF, JPEG or PNG of at most 20 MB. */
export const attachDocumentQuery = z.object({
  kind: documentKind,
  /** What people call it; the file is kept under a name of ours. */
  title: z.string().trim().min(1).max(120),
  /** The last day on which it counts. */
  expiresOn: day.optional(),
});
export type AttachDocumentQuery = z.infer<typeof attachDocumentQuery>;

export const documentView = z.object({
  id: z.uuid(),
  kind: documentKind,
  title: z.string(),
  /** The last day on which it counts; null: it names none. */
  expiresOn: day.nullable(),
  /** Null: it names no last day. */
  validity: dayValidity.nullable(),
  fileKind: z.enum(['pdf', 'jpeg', 'png']),
  sizeBytes: z.number().int(),
  /** Of its bytes, hexadecimal. */
  sha256: z.string(),
  addedBy: z.uuid(),
  addedAt: instant,
});
export type DocumentView = z.infer<typeof documentView>;
export const documentList = z.object({ items: z.array(documentView) });

/** A file that hangs on a record; it is called by what it hangs on. */
export const attachedFileView = documentView.pick({ id: true, fileKind: true, addedAt: true });
export type AttachedFileView = z.infer<typeof attachedFileView>;
