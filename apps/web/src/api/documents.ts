import {
  type AttachDocumentQuery,
  documentList,
  type DocumentSubject,
  documentView,
  type DocumentView,
  MOST_FILE_BYTES,
} from '@tongyun/contracts';
import { ApiRefusal } from './api-refusal.js';
import { api } from './client.js';

/** What papers belong to. */
export interface PapersOf {
  readonly subject: DocumentSubject;
  readonly subjectId: string;
}

const pathOf = ({ subject, subjectId }: PapersOf) => `documents/${subject}/${subjectId}`;

export const listDocuments = (of: PapersOf) => api.get(pathOf(of), documentList);

/** Sends a file; one that the server would not take for its size is refused before it is sent. */
export async function attachDocument(
  of: PapersOf,
  query: AttachDocumentQuery,
  file: File,
): Promise<DocumentView> {
  if (file.size > MOST_FILE_BYTES) {
    throw new ApiRefusal(413, {
      code: 'FILE_TOO_LARGE',
      message: 'The file is too large',
      details: { mostBytes: MOST_FILE_BYTES, sizeBytes: file.size },
    });
  }
  return api.post(pathOf(of), file, documentView, { query });
}

export const getDocument = (of: PapersOf, id: string) => api.file(`${pathOf(of)}/${id}`);
