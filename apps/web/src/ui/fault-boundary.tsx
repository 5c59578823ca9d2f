import { pageTexts } from '../i18n/texts-of-page.js';
import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
}

/** A fault of ours shows itself in words instead of an empty page. */
export class FaultBoundary extends Component<Props, { readonly fault: Error | null }> {
  override state = { fault: null as Error | null };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return (
      <main role="alert" className="fault">
        <h1>{pageTexts.t('fault.title')}</h1>
        <p>{pageTexts.t('fault.hint')}</p>
        <pre>{fault.message}</pre>
        <button type="button" onClick={() => location.reload()}>
          {pageTexts.t('fault.reload')}
        </button>
      </main>
    );
  }
}
