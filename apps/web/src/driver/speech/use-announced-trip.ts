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
    if (!trip || sessionStorage.getItem(KEY) === trip.id) return;
    sessionStorage.setItem(KEY, trip.id);
    const { plantName: plant, siteName: site, grade, plannedM3: m3 } = trip;
    speak(t('speech.newTrip', { plant, site, grade, m3 }), language);
  }, [trip, t, language]);
}
