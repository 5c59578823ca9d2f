import type { LoadingCallView } from '@tongyun/contracts';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { speak } from './speak.js';

const KEY = 'tongyun.driver.called';

/** Reads a call to a line aloud once, also over a reload. */
export function useAnnouncedCall(call: LoadingCallView | null): void {
  const { t } = useTranslation('driver');
  const language = useLanguage();
  useEffect(() => {
    if (!call || sessionStorage.getItem(KEY) === call.id) return;
    sessionStorage.setItem(KEY, call.id);
    speak(t('call.speech', { line: call.lineName }), language);
  }, [call, t, language]);
}
