/**
 * The generated Hangzhou day in one table. Counts are those of the city's plan for 2011–2015 (end of
 * 2010); what the plan does not say (hours, shares, distances) is an assumption and stands here to be
 * argued with. `--scale` multiplies enterprises, fleets, lines and loads alike.
 *
 * The plain dispatcher that the plan is measured against (`planPlainly` of the solver) keeps the same hard
 * rules and takes loads by the time they are due: from the nearest allowed plant with a free slot, on the
 * allowed truck that can load earliest there. An order whose next load is not to be had is given up.
 */
export const CITY = {
  /** The plan's 3,889.3万 m³ of 2010 in 330 days are 118,000 m³ a day, 8.8 m³ a load. */
  loads: 13_400,
  volumeM3: 118_000,
  /** Table 1 of the plan: enterprises and staff, with an own estimate of each district's middle (WGS-84). */
  districts: [
    { name: '江干', enterprises: 8, staff: 1165, lng: 120.26, lat: 30.3, spreadKm: 6 },
    { name: '拱墅', enterprises: 10, staff: 1336, lng: 120.14, lat: 30.35, spreadKm: 5 },
    { name: '西湖', enterprises: 8, staff: 985, lng: 120.06, lat: 30.25, spreadKm: 7 },
    { name: '滨江', enterprises: 3, staff: 235, lng: 120.19, lat: 30.19, spreadKm: 4 },
    { name: '余杭', enterprises: 21, staff: 2801, lng: 120.1, lat: 30.42, spreadKm: 16 },
    { name: '萧山', enterprises: 19, staff: 2412, lng: 120.3, lat: 30.16, spreadKm: 13 },
    { name: '富阳', enterprises: 7, staff: 622, lng: 119.95, lat: 30.05, spreadKm: 10 },
    { name: '桐庐', enterprises: 2, staff: 176, lng: 119.68, lat: 29.8, spreadKm: 8 },
    { name: '临安', enterprises: 4, staff: 408, lng: 119.72, lat: 30.23, spreadKm: 9 },
    { name: '建德', enterprises: 3, staff: 208, lng: 119.28, lat: 29.47, spreadKm: 8 },
    { name: '淳安', enterprises: 2, staff: 132, lng: 119.04, lat: 29.6, spreadKm: 7 },
  ],
  /** An enterprise's size about its district's mean, and how places crowd at a district's middle: km = spreadKm × u^power. */
  enterpriseSize: [0.6, 1.4],
  spreadPower: 0.5,
  lines: 195,
  mixers: 2_465,
  boomPumps: 263,
  trailerPumps: 333,

  /** Share of enterprises with a second plant, so far from the first, km. */
  secondPlantShare: 0.3,
  secondPlantKm: [5, 14],
  /** Until when plants load, hour of the clock; from the beginning of the operating day on. */
  plantOpenToHour: 30,
  /** Design capacity, 6,330万 m³ a year, is about 120 m³/h for each of 195 lines in 330 days of eight hours. */
  lineRatesM3PerHour: [90, 120, 120, 150, 180],
  meanLoadM3: 8.8,
  /** The city's mean load is 118,000 m³ a day / 13,400 = 8.8 m³. */
  drums: [
    { m3: 8, share: 0.45 },
    { m3: 9, share: 0.15 },
    { m3: 10, share: 0.25 },
    { m3: 12, share: 0.15 },
  ],
  boomsM: [37, 40, 46, 52, 56, 62],
  trailerLineM: 120,
  boomSetUpMin: 30,
  trailerSetUpMin: 45,
  pumpWashMin: 30,

  /** Duties in hours of the day; the operating day begins at 4. */
  duties: [
    { fromHour: 5, toHour: 18, share: 0.5 },
    { fromHour: 6.5, toHour: 19.5, share: 0.22 },
    { fromHour: 12, toHour: 25, share: 0.18 },
    { fromHour: 17, toHour: 30, share: 0.1 },
  ],
  pumpDuty: { fromHour: 4, toHour: 28 },
  /** When pumps may be in the built-up area: all hours. */
  pumpPass: { fromHour: 4, toHour: 31 },
  /** Nobody drives it today: repairs, leave. */
  absentShare: 0.02,
  /** Permission forbids every task: not registered, training missing. */
  forbiddenShare: 0.015,
  hiredShare: 0.06,
  lentShare: 0.004,

  /** Built-up area: a circle round the old town, entered only with a pass. */
  zone: { lng: 120.17, lat: 30.26, radiusKm: 9, insideMin: 6 },
  passes: [
    { kind: 'none', share: 0.08, allowed: [] },
    {
      kind: 'without rush hours',
      share: 0.62,
      allowed: [
        [4, 7],
        [9, 17],
        [19, 30],
      ],
    },
    { kind: 'nights', share: 0.08, allowed: [[19, 30.5]] },
    { kind: 'all hours', share: 0.22, allowed: [[4, 31]] },
  ],

  speedKph: 35,
  detour: 1.3,
  departureMin: 3,
  /** From 4 o'clock, hour by hour. */
  hourFactor: [
    0.85, 0.9, 1.0, 1.3, 1.25, 1.05, 1.0, 1.0, 1.0, 1.0, 1.0, 1.05, 1.1, 1.3, 1.3, 1.1, 1.0, 0.95,
    0.9, 0.85, 0.85, 0.85, 0.85, 0.85, 0.85, 0.85, 0.85, 0.85,
  ],

  orders: {
    /** Log-normal volume, m³. */
    medianM3: 50,
    spread: 0.65,
    leastM3: 6,
    mostM3: 220,
    supplyKm: 18,
    /** Distances crowd near the plant: km = supplyKm × u^power, and the site lies there, on land of its own. */
    distancePower: 1.1,
    siteAt: { share: 0.95, plusKm: 0.5 },
    jointShare: 0.02,
    jointM3: [250, 500],
    /** What the lead and its partner may each bring of a joint pour at most. */
    jointQuotas: [0.65, 0.55],
    /** The half that each of the two keeps trucks free for. */
    jointOwnShare: 0.5,
    willCallShare: 0.08,
    emergencyShare: 0.005,
    /** Small pours mostly go by the chute. */
    pumpedShare: 0.85,
    smallPumpedShare: 0.35,
    smallM3: 35,
    primingShare: 0.2,
    /** Pumped pours that any pump reaches, and the reach that the others need. */
    lowShare: 0.35,
    lowM: 30,
    reachM: [25, 50],
    /** Share of the discharge rate that is kept over a pour: trucks change over. */
    keptRate: 0.85,
    /** Loading, discharging and washing out within a truck's round, hours. */
    standingHours: 0.65,
    /** When the first truck is wanted: share of orders by the hour. */
    beginnings: [
      { fromHour: 6.2, toHour: 9, share: 0.24 },
      { fromHour: 9, toHour: 12, share: 0.26 },
      { fromHour: 12, toHour: 15.5, share: 0.3 },
      { fromHour: 15.5, toHour: 18, share: 0.08 },
      { fromHour: 18, toHour: 21, share: 0.12 },
    ],
    /** How many times of day the sales desk looks at; pours begin at whole steps. */
    offers: 40,
    offerStepMin: 5,
    /** Until when a site takes concrete, hour of the clock. */
    siteOpenToHour: 30,
    /** What the sales desk keeps a pump free for before and after a pour: moving, setting up, washing. */
    pumpAheadHours: 1.1,
    pumpAfterHours: 0.7,
    windowMin: 75,
    willCallWindowMin: 120,
    pumpedM3PerHour: [30, 50],
    chuteM3PerHour: [20, 35],
    gapMaxMin: [45, 90],
    ageMaxMin: 120,
    twoPlacesFromM3: 250,
  },

  limits: {
    loadFixedMin: 2,
    washMin: 6,
    leaveMin: 4,
    dockMin: 3,
    drivingMaxH: 4,
    breakMin: 20,
    dayDrivingH: 10,
    /** A load that is moved by no more than this is no change to anybody. */
    unnoticedMin: 10,
  },
  weights: {
    firstLatePerMin: 0.5,
    spacingPerMin: 1,
    waitPerMin: 0.3,
    plantWaitPerMin: 0.1,
    emptyPerKm: 0.4,
    wastePerM3: 0.5,
    changePerLoad: 15,
    fairnessPerTrip2: 0.15,
    fairnessPerHour2: 0.03,
    jumpPerLoad: 5,
  },

  /** Mix of a thousand events, by share. */
  events: {
    truck_down: 0.14,
    pump_down: 0.05,
    line_down: 0.05,
    driver_late: 0.12,
    order_grown: 0.12,
    order_cut: 0.1,
    order_cancelled: 0.06,
    load_refused: 0.06,
    site_not_ready: 0.12,
    traffic: 0.1,
    rain_stop: 0.04,
    will_call: 0.04,
  },
  /** When the events come, evenly, and how large they are; of two figures any between them. */
  happening: {
    /** Of the clock. */
    fromHour: 5.5,
    toHour: 19,
    /** They touch what begins to load within so many hours. */
    soonHours: 3,
    driverLateHours: [0.5, 1.5],
    /** A line stops when the load on it is done. */
    lineStopsInMin: 10,
    lineDownHours: [0.5, 2],
    grownByShare: [0.05, 0.2],
    cutToShare: [0.7, 0.95],
    refusedShare: [0.3, 1],
    siteNotReadyMin: 45,
    rainStopMin: 90,
    /** Ways to and from the site of a pour are so many times as slow, and for so long. */
    jamFactor: [1.1, 1.4],
    jamHours: [0.5, 2],
    calledM3: 8,
  },
  /** What improving after a repair may take. */
  improveMs: 120,
  /**
   * Between two events one enterprise's rest of the day is searched again, each in its turn, and what is worth so many
   * points more than it changes is taken, as shipped (`plan.improver_least_points`). The product searches 10 s, with a
   * minute's pause for each plan, and a day has a minute between two events.
   */
  standing: { searchMs: 250, leastPoints: 30 },
} as const;
