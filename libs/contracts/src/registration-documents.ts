import { z } from 'zod';
import { instant } from './common.js';

/** The largest file that is taken, bytes. */
export const MOST_FILE_BYTES = 20_000_000;

/** Which paper of a vehicle a file shows. */
export const registrationDocumentKind = z.enum([
  'vehicle_licence',
  'transport_licence',
  'inspection',
  'insurance',
  'photo',
  'other',
]);
export type RegistrationDocumentKind = z.infer<typeof registrationDocumentKind>;

/** The file itself is the request's body: a PDF, JPEG or PNG of at most 20 MB. */
export const attachDocumentQuery = z.object({
  kind: registrationDocumentKind,
  /** What people call it; the file is kept under a name of ours. */
  title: z.string().trim().min(1).max(120),
});
export type AttachDocumentQuery = z.infer<typeof attachDocumentQuery>;

export const registrationDocumentView = z.object({
  id: z.uuid(),
  kind: registrationDocumentKind,
  title: z.string(),
  fileKind: z.enum(['pdf', 'jpeg', 'png']),
  sizeBytes: z.number().int(),
  /** Of its bytes, hexadecimal. */
  sha256: z.string(),
  addedBy: z.uuid(),
  addedAt: instant,
});
export type RegistrationDocumentView = z.infer<typeof registrationDocumentView>;
export const registrationDocumentList = z.object({ items: z.array(registrationDocumentView) });
