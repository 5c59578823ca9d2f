import { z } from 'zod';
import { alertTelling, SHIPPED_ALERT_TELLING } from './alert-telling.js';
import { calendarDays, SHIPPED_CALENDAR_DAYS } from './calendar-days.js';
import { concreteLifeTable, SHIPPED_CONCRETE_LIFE_TABLE } from './concrete-life-table.js';
import { creditEffectsByGrade, SHIPPED_CREDIT_EFFECTS } from './credit-effects.js';
import { loadingHours } from './loading-hours.js';
import {
  orderedGrades,
  SHIPPED_GRADES,
  SHIPPED_SLUMP_TOLERANCES,
  slumpTolerances,
} from './quality-limits.js';
import {
  planWeights,
  points,
  SHIPPED_PLAN_WEIGHTS,
  SHIPPED_WAY_OUT_PRICES,
  wayOutPrices,
} from './plan-weights.js';

export type Confidence = 'seen' | 'computed' | 'memory' | 'weak' | 'decided';

/** A value that ships with the product, until somebody decides another. */
export interface ShippedPolicy<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  readonly value: z.output<Schema>;
  readonly source: string;
  readonly confidence: Confidence;
}

const nightHours = z.object({
  weekdays: z.array(z.number().int().min(1).max(7)).min(1),
  fromMin: z.number().int().min(0).max(1_440),
  toMin: z.number().int().min(0).max(1_440),
});

const OURS = 'Tongyun, chosen for the first city; to be tuned on its data';

const shipped = <Schema extends z.ZodType>(
  schema: Schema,
  value: z.output<Schema>,
  confidence: Confidence = 'decided',
  source: string = OURS,
): ShippedPolicy<Schema> => ({ schema, value, confidence, source });

const count = z.number().int().min(1).max(100);
const questions = z.number().int().min(1).max(1_000_000);
const metres = z.number().min(0).max(100_000);
const minutes = z.number().min(0).max(1_440);
const speedKph = z.number().min(1).max(200);
const planHour = z.number().min(0).max(48);
const densityKgPerM3 = z.number().min(500).max(5_000);
const seconds = z.number().min(0).max(86_400);

/** No policy lets a record go sooner. */
export const LEAST_KEPT_DAYS = 30;
const keptDays = z.number().int().min(LEAST_KEPT_DAYS).max(3_650);
/** As long as the years that a credit grade looks back on, R26. */
const THREE_YEARS_DAYS = 3 * 366;
const TWO_YEARS_DAYS = 2 * 366;

const CITY_PLAN = 'Hangzhou plan for ready-mixed concrete 2011 to 2015, part 6(2)3';
const FOUR_HOURS = 'Implementing regulation of the Road Traffic Safety Law §62(7)';

/** Every limit and threshold by its key. The unit is the key's last word; counts have none. */
export const POLICY_KEYS = {
  /** Local hour at which an operating day begins. */
  'operating_day.start_hour': shipped(z.number().int().min(0).max(23), 4),
  /** Days off, weekend days that are worked, and the schools' holidays; stated for each year. */
  'calendar.days': shipped(
    calendarDays,
    SHIPPED_CALENDAR_DAYS,
    'memory',
    'State Council, holidays of 2026, from memory: check before relying on it',
  ),

  /** Local hours in which work on a site that people live beside needs a permit (R46). */
  'noise.night_hours': shipped(
    nightHours,
    { weekdays: [1, 2, 3, 4, 5, 6, 7], fromMin: 22 * 60, toMin: 6 * 60 },
    'memory',
    'Noise Pollution Prevention and Control Law of 2021, from memory: the night is 22 to 6 o’clock',
  ),

  'concrete.discharge_within_min': shipped(
    minutes,
    90,
    'memory',
    'GB/T 14902-2012 §7.5.5, from memory: mixer truck, loading to discharge',
  ),
  'concrete.warn_after_min': shipped(minutes, 60),
  /** The day's highest, as whoever reads it states it; null: unknown, so the plain limits hold. */
  'concrete.air_temperature_c': shipped(z.number().min(-40).max(60).nullable(), null),
  'concrete.life_by_temperature': shipped(
    concreteLifeTable,
    SHIPPED_CONCRETE_LIFE_TABLE,
    'weak',
    'Course notes (rules.md §1): from the mixer to the end of compaction, by air and grade',
  ),
  /** How much longer a retarder may let concrete live, as an order states it. */
  'concrete.retarder_max_min': shipped(minutes, 240),

  /** Wet mortar in the drum, from batching to the end of discharge. */
  'mortar.discharge_within_min': shipped(
    minutes,
    150,
    'memory',
    'GB/T 25181, from memory: wet mortar in a mixer truck, 150 min at 5 to 35 °C',
  ),
  'mortar.warn_after_min': shipped(minutes, 120),

  /** Fixes in a row beyond the supply range that make an alert. */
  'alerts.over_radius.confirm_fixes': shipped(count, 3),
  'alerts.over_radius.margin_m': shipped(metres, 200),
  /** Fixes in a row inside a zone that make an alert. */
  'alerts.zone.confirm_fixes': shipped(count, 3),
  'alerts.zone.margin_m': shipped(metres, 30),
  /** Fixes in a row without the reason that end an episode. */
  'alerts.end_fixes': shipped(count, 3),
  'alerts.offline_after_min': shipped(minutes, 10),

  /** Fixes in a row that make an alert of what a vehicle does, where no other number is set. */
  'alerts.watch.confirm_fixes': shipped(count, 2),
  /** Slower is standing. */
  'alerts.moving_from_kph': shipped(speedKph, 5),
  'alerts.overspeed.limit_kph': shipped(speedKph, 80),
  /** In built-up areas and central towns. */
  'alerts.overspeed.town_limit_kph': shipped(
    speedKph,
    60,
    'seen',
    'Lianyungang 2021, notice for mixers in town (rules.md §2)',
  ),
  'alerts.overspeed.hold_sec': shipped(seconds, 15),
  'alerts.fatigue.drive_min': shipped(minutes, 240, 'seen', FOUR_HOURS),
  'alerts.fatigue.rest_min': shipped(minutes, 20, 'seen', FOUR_HOURS),
  'alerts.fatigue.warn_before_min': shipped(minutes, 30),
  /** On one operating day. */
  'alerts.daily_driving_min': shipped(minutes, 480),
  /** Of a loaded truck, away from its plant and its site. */
  'alerts.long_stop_min': shipped(minutes, 20),
  'alerts.unload_timeout_min': shipped(minutes, 90),
  'alerts.late_return_min': shipped(minutes, 90),
  /** How much later than planned a pump may set out, and stand, before an alert. */
  'alerts.pump_departure_late_min': shipped(minutes, 10),
  'alerts.pump_ready_late_min': shipped(minutes, 0),
  /** How much longer than the straight line the way over a place may be, and by how much beside. */
  'alerts.off_route.detour_factor': shipped(z.number().min(1).max(5), 1.6),
  'alerts.off_route.slack_m': shipped(metres, 3_000),
  /** Where the way by road is known: how far off it. Wide, as another road may be as good. */
  'alerts.off_route.corridor_m': shipped(metres, 1_500),

  /** At which level alerts open, who is told how, and how often. */
  'alerts.telling': shipped(alertTelling, SHIPPED_ALERT_TELLING),

  /** How far beyond a site's fence a vehicle must be to have left. */
  'geofence.site.exit_margin_m': shipped(metres, 50),
  /**
   * Between two fixes no further apart a vehicle is taken to have driven straight, through whatever
   * zone lies there: one report of two lost, at 30 s apart. After a longer silence nobody knows.
   */
  'geofence.passage_max_gap_sec': shipped(seconds, 60),
  /** How late a fix may come and still be judged as of its own time. */
  'judge.late_checkpoint_hours': shipped(z.number().min(1).max(720), 72),
  'fix.future_tolerance_sec': shipped(seconds, 300),
  /** How long positions are kept. */
  'fix.keep_days': shipped(
    z.number().int().min(30).max(3_650),
    190,
    'memory',
    'Measures for the dynamic supervision of road transport vehicles, from memory: six months or more',
  ),
  /** How long other records are kept: who asked, who looked, what was tapped, told and seen. */
  'records.roadside_check_days': shipped(keptDays, THREE_YEARS_DAYS),
  'records.agency_key_use_days': shipped(keptDays, THREE_YEARS_DAYS),
  'records.track_access_days': shipped(keptDays, THREE_YEARS_DAYS),
  'records.order_call_days': shipped(keptDays, THREE_YEARS_DAYS),
  'records.stage_claim_days': shipped(keptDays, THREE_YEARS_DAYS),
  'records.pump_claim_days': shipped(keptDays, THREE_YEARS_DAYS),
  'records.sighting_days': shipped(keptDays, 190),
  'records.alert_delivery_days': shipped(keptDays, 365),
  'records.driver_disclosure_days': shipped(keptDays, THREE_YEARS_DAYS),
  /** From when they were over: expired, taken back, ended. */
  'records.refresh_token_days': shipped(keptDays, 90),
  'records.phone_key_days': shipped(keptDays, 365),
  'records.push_subscription_days': shipped(keptDays, 90),
  /** From a driver's last day in his enterprise: his papers, then his name and number. */
  'records.driver_paper_days': shipped(
    keptDays,
    TWO_YEARS_DAYS,
    'memory',
    'Labour Contract Law, article 50, from memory: papers of an ended employment for two years',
  ),
  'records.driver_days': shipped(
    keptDays,
    THREE_YEARS_DAYS,
    'memory',
    'Civil Code, article 188, from memory: claims lapse after three years',
  ),
  /** A phone without satellites finds its place by masts; one rougher than this is none. */
  'fix.worst_accuracy_m': shipped(metres, 200),
  /** Between two fixes; faster is a jump, not a drive. */
  'fix.max_speed_kph': shipped(z.number().min(50).max(300), 150),

  /** A shorter stay is no stop in a track's replay. */
  'replay.stop_min': shipped(minutes, 3),

  /** Of fresh concrete by the weighbridge; beyond it is a notice. */
  'concrete.density_min_kg_per_m3': shipped(
    densityKgPerM3,
    2_200,
    'memory',
    'Fresh concrete of normal weight is 2,300 to 2,450 kg/m³, from memory; with a margin',
  ),
  'concrete.density_max_kg_per_m3': shipped(
    densityKgPerM3,
    2_550,
    'memory',
    'Fresh concrete of normal weight is 2,300 to 2,450 kg/m³, from memory; with a margin',
  ),
  /** Grades that may be ordered, as the city lists them (R19). */
  'order.grades': shipped(
    orderedGrades,
    SHIPPED_GRADES,
    'memory',
    'Strength classes C10 to C80 by 5, and mortars of GB/T 25181, from memory (rules.md §1)',
  ),
  /** How far a slump that was tested may be from the one ordered, by the one ordered (R18). */
  'quality.slump_tolerance': shipped(
    slumpTolerances,
    SHIPPED_SLUMP_TOLERANCES,
    'memory',
    'GB/T 14902-2012 §6, from memory: ±10 mm to 40 mm, ±20 mm from 50, ±30 mm from 100 up',
  ),
  /** Of fresh concrete as it leaves the plant, °C (R18). */
  'quality.temperature_min_c': shipped(
    z.number().min(-10).max(40),
    5,
    'memory',
    'GB 50666-2011 §8, from memory: not below 5 °C when placed',
  ),
  'quality.temperature_max_c': shipped(
    z.number().min(10).max(60),
    35,
    'memory',
    'GB 50666-2011 §8, from memory: not above 35 °C when placed',
  ),

  /** Whether a batch whose mix design or raw materials nobody recorded as good waits for somebody's word (R17). */
  'quality.must_know_materials': shipped(z.boolean(), false),
  /** Of the loads tested, how many are to reach the strength of their grade (R17). */
  'quality.strength_target_pct': shipped(
    z.number().min(50).max(100),
    100,
    'seen',
    'Hangzhou plan for ready-mixed concrete 2011 to 2015, part 4(3)',
  ),

  /** Of what was ordered, from which an order whose loads are all over is complete. */
  'order.complete_from_pct': shipped(z.number().min(50).max(100), 98),

  'trip.loading_min': shipped(minutes, 10),
  'trip.discharge_min_per_m3': shipped(z.number().min(0.1).max(60), 1.5),
  'trip.setup_min': shipped(minutes, 5),
  /** Whether trucks load in the order of the queue: jumps refused, reasoned, or free. */
  'plant.queue_order': shipped(z.enum(['strict', 'preferred', 'off']), 'preferred'),
  /** Whether nothing is batched before the site has said that it is ready. */
  'plant.holds_for_site': shipped(z.boolean(), false),
  /** Whether nothing is batched for a pumped pour before its pump is at the site (R11). */
  'plant.holds_for_pump': shipped(z.boolean(), false),
  /** How long before its slot a truck shows in its plant's queue. */
  'plant.queue_ahead_min': shipped(minutes, 240),
  /** How far a load may be from what was planned without somebody's word. */
  'batching.volume_tolerance_m3': shipped(z.number().min(0).max(10), 0.5),
  'pump.setup_min': shipped(minutes, 40),
  'pump.teardown_min': shipped(minutes, 30),

  /** Local hours on the calendar day that gives an operating day its name; 28 is four the next morning. */
  'plan.plant_opens_hour': shipped(planHour, 4),
  'plan.plant_closes_hour': shipped(planHour, 28),
  /** Hours stated for a plant, or for all of an enterprise's; none: the two above. */
  'plant.loading_hours': shipped(loadingHours, []),
  /** Who has not clocked in is planned from then to then. */
  'plan.duty_from_hour': shipped(planHour, 5),
  'plan.duty_to_hour': shipped(planHour, 22),
  /** Longest pause between two discharges, before a cold joint. */
  'plan.gap_max_min': shipped(minutes, 45),
  /** How much later than wanted a pour may begin. */
  'plan.first_late_max_min': shipped(minutes, 60),
  /** Docking and paper work at the plant, beside the batching. */
  'plan.dock_min': shipped(minutes, 2),
  /** From the end of discharge until the truck is off the site. */
  'plan.leave_min': shipped(minutes, 4),
  'plan.wash_min': shipped(minutes, 6),
  /** Way inside a zone before a site in it, and after. */
  'plan.zone_approach_min': shipped(minutes, 10),
  /** How long before his first loading a driver has to be there. */
  'plan.call_in_before_min': shipped(minutes, 30),
  /** A change of time by no more than that is none: nobody is told again, and it costs a plan nothing. */
  'plan.told_again_min': shipped(minutes, 5),
  /** Local hour at which the first round of the next day is judged again. */
  'plan.evening_check_hour': shipped(z.number().int().min(12).max(23), 20),
  /** So long after the last order that came, and after the last change by hand, a released plan takes orders in. */
  'plan.take_in_quiet_sec': shipped(z.number().min(10).max(3_600), 60),
  /**
   * It takes orders in so long after the first that came at the latest, whoever is at it: a truck is about half an hour
   * from its plant to a site, and an order that nobody plans meanwhile begins late.
   */
  'plan.take_in_within_sec': shipped(z.number().min(10).max(14_400), 600),
  /** How long the search for a better plan of the running day lasts at a time; 0: there is none. */
  'plan.improver_run_sec': shipped(z.number().min(0).max(300), 10),
  'plan.improver_pause_sec': shipped(z.number().min(10).max(3_600), 60),
  /** Points beyond the price of its changes from which a better plan is offered. */
  'plan.improver_least_points': shipped(z.number().min(0).max(1_000_000), 30),
  /** Points for one unit of each goal, which make them comparable. */
  'plan.weights': shipped(planWeights, SHIPPED_PLAN_WEIGHTS),
  /** For a load that jumps the queue of its plant, where `plant.queue_order` keeps queues. */
  'plan.queue_jump_points': shipped(points, 5),
  'plan.way_out_prices': shipped(wayOutPrices, SHIPPED_WAY_OUT_PRICES),

  /** Finished trips that durations are learnt from go back as far. */
  'durations.learn_from_days': shipped(z.number().int().min(7).max(366), 60),
  /** Of the trips of one place, so many per cent are no slower than what is planned with. */
  'durations.quantile_pct': shipped(z.number().min(10).max(95), 60),
  /** Fewer trips of one place and hour say nothing of it. */
  'durations.trips_min': shipped(count, 8),
  /** Trips of a place that what is known more widely weighs as much as. */
  'durations.prior_trips': shipped(z.number().min(0).max(1_000), 8),

  /** How far the slump that was ordered may be from the one that a diverted load was batched for. */
  'diversion.slump_tolerance_mm': shipped(
    z.number().min(0).max(100),
    30,
    'memory',
    'GB/T 14902-2012 §6, from memory: ±30 mm from 100 mm up, ±20 mm from 50 mm',
  ),

  /** Whether a reason that forbids work refuses an assignment, or only warns. */
  'assignment.hard_permission': shipped(z.boolean(), true),
  /** Points out of 100 from which an examination is passed. */
  'training.pass_score': shipped(z.number().int().min(1).max(100), 80),
  /** Calendar months for which a passed examination counts. */
  'training.valid_months': shipped(z.number().int().min(1).max(120), 24),
  /** From how many days before its last one a training, or a paper that names a last day, is warned of (R9). */
  'training.expiring_within_days': shipped(z.number().int().min(0).max(365), 30),
  'documents.expiring_within_days': shipped(z.number().int().min(0).max(365), 30),
  /** Whose reviews a registration needs, in order; the last one registers the vehicle or the terminal (R7). */
  'registration.approval_steps': shipped(
    z
      .array(z.enum(['district_bureau', 'concrete_admin']))
      .min(1)
      .max(2)
      .refine((bodies) => new Set(bodies).size === bodies.length, {
        message: 'each body reviews once',
      }),
    ['district_bureau', 'concrete_admin'],
    'decided',
    'The city’s plan has enterprises reviewed by the districts first; their vehicles go the same way',
  ),
  'passes.expiring_within_days': shipped(z.number().int().min(0).max(365), 7),
  /** Whose approvals an application for a pass needs, in order; the last one issues it (R7). */
  'passes.approval_steps': shipped(
    z
      .array(z.enum(['concrete_admin', 'district_bureau', 'police']))
      .min(1)
      .max(5),
    ['concrete_admin', 'police'],
    'seen',
    'Bishan: registration by the construction side, pass by the traffic police (rules.md §3)',
  ),
  /** Who may issue a pass without an application; nobody when empty. */
  'passes.direct_issue_by': shipped(z.array(z.enum(['concrete_admin', 'police'])).max(2), [
    'concrete_admin',
    'police',
  ]),
  /** Only whole calendar months may be applied for. */
  'passes.monthly_only': shipped(z.boolean(), false),
  'passes.longest_days': shipped(z.number().int().min(1).max(1_830), 366),
  /** How long ago the vehicle's terminal may last have been heard of when a pass is given; null: not asked. */
  'passes.terminal_heard_within_hours': shipped(
    z.number().min(1).max(8_760).nullable(),
    72,
    'seen',
    'Lianyungang 2021: no pass while the terminal is not joined (rules.md §3); the hours are ours',
  ),
  /** Whether a pass needs a terminal that is registered itself, as vehicles are. */
  'passes.terminal_must_be_registered': shipped(z.boolean(), false),
  /** Drivers with both trainings that the enterprise needs at least; 0: not asked. */
  'passes.trained_drivers_min': shipped(z.number().int().min(0).max(100), 1),
  /** To each side of a road that a pass prescribes, where it states no width. Set when applied for. */
  'passes.route_half_width_m': shipped(z.number().min(10).max(500), 50),
  /** After the end of a pass, to drive out of a zone; 0: none. Set on a pass when it is issued. */
  'passes.leave_by_grace_min': shipped(minutes, 0),
  /** After its end a pass counts on while a renewal applied for in time is under review; 0: it does not. */
  'passes.renewal_tolerated_days': shipped(z.number().int().min(0).max(90), 0),
  /** What each credit grade brings and takes, R27 to R31. */
  'credit.effects': shipped(creditEffectsByGrade, SHIPPED_CREDIT_EFFECTS, 'seen', CITY_PLAN),
  /** Failed years in a row that bar from business. */
  'credit.barred_after_failed_years': shipped(
    z.number().int().min(1).max(10),
    2,
    'seen',
    CITY_PLAN,
  ),
  /** Whether anybody may read the grades in force, without signing in (R31). */
  'credit.grades_are_public': shipped(z.boolean(), true),
  /** Years of record that a grade looks back on. */
  'credit.evidence_years': shipped(z.number().int().min(1).max(10), 3, 'seen', CITY_PLAN),
  /** From how many days before its day an inspection or a rectification is warned of (R9). */
  'credit.due_within_days': shipped(z.number().int().min(0).max(90), 7),
  /** A load that arrives later than due by more counts as late. */
  'credit.late_delivery_min': shipped(minutes, 30),
  /** What the city plans to be supplied, by year. */
  'supply.plan_m3_by_year': shipped(
    z.record(z.string().regex(/^\d{4}$/), z.number().min(0).max(1e9)),
    { 2011: 41e6, 2012: 43e6, 2013: 45e6, 2014: 47e6, 2015: 49e6 },
    'seen',
    'The city’s plan 2011–2015, Table 2',
  ),
  /** What a production line can make in a year: the design capacity of the city over its lines. */
  'supply.design_m3_per_line_year': shipped(
    z.number().min(1_000).max(2_000_000),
    324_600,
    'computed',
    'The city’s plan: 38.893 million m³ at 61.44 % use of 195 lines, 2010',
  ),
  /** Taken for a roadside question that states no accuracy. */
  'roadside.accuracy_default_m': shipped(metres, 30),
  /** Days that an enterprise has to answer a finding for which the officer states none. */
  'roadside.finding_due_days': shipped(z.number().int().min(1).max(365), 7),
  /** Whether a roadside question has to say what it is asked for. */
  'roadside.purpose_required': shipped(z.boolean(), true),
  /** Questions beyond these are refused for the rest of the minute. */
  'roadside.questions_of_officer_per_min': shipped(questions, 120),
  /** Plates that an officer may have checked in bulk, beside his questions; the agency's limit counts both. */
  'roadside.bulk_plates_of_officer_per_min': shipped(questions, 1_000),
  'roadside.questions_of_agency_per_min': shipped(questions, 6_000),
  /** How far a camera and the terminal of the plate it read may be apart at one instant. */
  'sightings.apart_m': shipped(metres, 2_000),
  /** Fixes further off in time are not compared with a sighting. */
  'sightings.compare_within_sec': shipped(seconds, 300),
} as const;

export type PolicyKey = keyof typeof POLICY_KEYS;
export type PolicyValueOf<Key extends PolicyKey> = z.output<(typeof POLICY_KEYS)[Key]['schema']>;

export const isPolicyKey = (key: string): key is PolicyKey => Object.hasOwn(POLICY_KEYS, key);
