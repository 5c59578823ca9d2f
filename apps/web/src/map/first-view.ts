/** Where a map opens (R44): plants lie south along the Qiantang river and north along the canal. */
export const FIRST_VIEW = { center: [120.2, 30.255] as [number, number], zoom: 10.4 };
