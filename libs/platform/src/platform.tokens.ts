/** IANA name of the zone that people's clocks show, such as `Asia/Shanghai`; the app decides. */
export const TIME_ZONE = Symbol('TimeZone');
