import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import type { Chosen } from '../plan-state.js';
import { EventForm } from './event-form.js';
import { type EventChoice, eventsOf } from './events-of.js';

/** Tells what happened to what is chosen; the plan is mended around it. */
export function EventMenu({ chosen }: { readonly chosen: Chosen }) {
  const { t } = useTranslation('plan');
  const { index } = useOpenPlan();
  const { mayPlan } = usePlanDesk();
  const [event, setEvent] = useState<EventChoice | null>(null);
  const events = eventsOf(chosen, index);
  if (!mayPlan || events.length === 0) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: events.map(({ kind }) => ({
            key: kind,
            label: <span data-testid={`event-${kind}`}>{t(`event.kind.${kind}`)}</span>,
          })),
          onClick: ({ key }) => setEvent(events.find(({ kind }) => kind === key) ?? null),
        }}
      >
        <Button danger data-testid="event-menu">
          {t('event.open')} ▾
        </Button>
      </Dropdown>
      {event && <EventForm event={event} onClose={() => setEvent(null)} />}
    </>
  );
}
