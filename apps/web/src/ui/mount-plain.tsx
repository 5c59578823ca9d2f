import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../api/query-client.js';
import { type AudienceTexts, startLanguage } from '../i18n/language.js';
import { FaultBoundary } from './fault-boundary.js';
import './page.css';

export interface PageToMount {
  /** Namespace of the audience's texts. */
  readonly namespace: string;
  readonly texts: AudienceTexts;
  readonly page: ReactNode;
}

/** Starts one audience's page in `#page`, with texts and queries but without antd: for phones. */
export async function mountPlain({ namespace, texts, page }: PageToMount): Promise<void> {
  await startLanguage(namespace, texts);
  const place = document.getElementById('page');
  if (!place) throw new Error('The page has no element #page');
  createRoot(place).render(
    <StrictMode>
      <FaultBoundary>
        <QueryClientProvider client={createQueryClient()}>{page}</QueryClientProvider>
      </FaultBoundary>
    </StrictMode>,
  );
}
