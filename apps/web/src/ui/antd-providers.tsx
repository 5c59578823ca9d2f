import { App, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/use-language.js';
import { useLessMotion } from './use-less-motion.js';

/** Names of days and months are the date library's, which has none in Chinese unless it is asked. */
const CALENDAR_ZH = {
  shortWeekDays: [...'日一二三四五六'],
  shortMonths: Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
};
const zhTexts: typeof zhCN = {
  ...zhCN,
  ...(zhCN.DatePicker && {
    DatePicker: { ...zhCN.DatePicker, lang: { ...zhCN.DatePicker.lang, ...CALENDAR_ZH } },
  }),
};
const ANTD_TEXTS = { 'zh-CN': zhTexts, en: enUS };

const theme: ThemeConfig = {
  token: {
    // By the page's language: page.css.
    fontFamily: 'var(--page-fonts)',
    fontSize: 13,
    colorPrimary: '#0b5cad',
    colorError: '#cf1322',
    borderRadius: 4,
    // 4.5 : 1 on white and on the pale grey of tables.
    colorTextSecondary: '#4a5666',
    colorTextTertiary: '#5b6878',
    colorTextPlaceholder: '#5b6878',
    colorTextDescription: '#5b6878',
  },
  // A table writes its own empty text in the colour of what is disabled, which is too pale to read.
  components: { Table: { colorTextDisabled: '#5b6878' } },
};

const stillTheme: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } };

export function AntdProviders({ children }: { readonly children: ReactNode }) {
  return (
    <ConfigProvider
      locale={ANTD_TEXTS[useLanguage()]}
      theme={useLessMotion() ? stillTheme : theme}
      componentSize="small"
      button={{ autoInsertSpace: false }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
