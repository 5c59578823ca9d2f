const TIME_ZONE = 'Asia/Shanghai';

const parts = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, hourCycle: 'h23', ...options });
const DATE = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const dateTime = parts({ ...DATE, ...TIME });
const time = parts(TIME);
const timeSeconds = parts({ ...TIME, second: '2-digit' });
const date = parts(DATE);

/** `2026-03-05 14:30`, Asia/Shanghai. */
export const formatDateTime = (at: string | Date): string => dateTime.format(new Date(at));
/** `14:30`. */
export const formatTime = (at: string | Date): string => time.format(new Date(at));
/** `14:30:05`. */
export const formatTimeSeconds = (at: string | Date): string => timeSeconds.format(new Date(at));
/** `2026-03-05`. */
export const formatDate = (at: string | Date): string => date.format(new Date(at));

/** What an `<input type="datetime-local">` shows for an instant: Asia/Shanghai wall clock. */
export const toLocalInput = (at: Date): string => dateTime.format(at).replace(' ', 'T');
/** The instant that such an input means; China keeps one offset all year. */
export const fromLocalInput = (text: string): Date => new Date(`${text}:00+08:00`);
