import {
  type AttachDocumentQuery,
  MOST_FILE_BYTES,
  registrationDocumentList,
  registrationDocumentView,
  type RegistrationDocumentView,
} from '@tongyun/contracts';
import { ApiRefusal } from './api-refusal.js';
import { api } from './client.js';

const pathOf = (vehicleId: string) => `registrations/${vehicleId}/documents`;

export const listRegistrationDocuments = (vehicleId: string) =>
  api.get(pathOf(vehicleId), registrationDocumentList);

/** Sends a file; one that the server would not take for its size is refused before it is sent. */
export async function attachRegistrationDocument(
  vehicleId: string,
  query: AttachDocumentQuery,
  file: File,
): Promise<RegistrationDocumentView> {
  if (file.size > MOST_FILE_BYTES) {
    throw new ApiRefusal(413, {
      code: 'FILE_TOO_LARGE',
      message: 'The file is too large',
      details: { mostBytes: MOST_FILE_BYTES, sizeBytes: file.size },
    });
  }
  return api.post(pathOf(vehicleId), file, registrationDocumentView, { query });
}

export const getRegistrationDocument = (vehicleId: string, id: string) =>
  api.file(`${pathOf(vehicleId)}/${id}`);
