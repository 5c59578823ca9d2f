/** Where a map opens (R44): plants lie south along the Qiantang river and north along the canal. */
export const FIRST_VIEW = { center: [120.2, 30.255] as [number, number], zoom: 10.4 };

/** The rest of the planning area (R44): 富阳, 桐庐, 临安, 建德, 淳安, each with the ways to the city. */
export const COUNTIES_VIEW = { west: 118.35, south: 29.18, east: 120.2, north: 30.42 };
