import type { LiveTopic } from '@tongyun/contracts';

/** The topics of the lists on this page, by the permission without which the server refuses them. */
const NEEDED: readonly { readonly topic: LiveTopic; readonly needs: string }[] = [
  { topic: 'alert', needs: 'alerts.read' },
  { topic: 'terminal', needs: 'terminals.read' },
];

/** What an account may hear: one topic too many, and the server refuses them all. */
export const topicsFor = (permissions: readonly string[]): LiveTopic[] =>
  NEEDED.filter(({ needs }) => permissions.includes(needs)).map(({ topic }) => topic);
