import type { TripView } from '@tongyun/contracts';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { speak } from './speak.js';

const KEY = 'tongyun.driver.announced';

/** Reads a trip aloud once, also over a reload: whoever drives cannot look. */
export function useAnnouncedTrip(trip: TripView | null): void {
  const { t } = useTranslation('driver');
  const language = useLanguage();
  useEffect(() => {
    if (!trip) return;
    // A trip that was sent elsewhere is news, though it is the same trip.
    const said = [trip.id, ...(trip.diversion ? [trip.diversion.at] : [])].join(' ');
    if (sessionStorage.getItem(KEY) === said) return;
    sessionStorage.setItem(KEY, said);
    const { plantName: plant, siteName: site, grade, plannedM3: m3, pourLocation: place } = trip;
    const key = trip.diversion
      ? (`speech.diverted.${trip.diversion.kind}` as const)
      : 'speech.newTrip';
    speak(t(key, { plant, site, grade, m3, place }), language);
  }, [trip, t, language]);
}
