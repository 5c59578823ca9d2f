import { z } from 'zod';

/** What is read of OSRM's v5 answers (docs: project-osrm.org/docs/v5.24.0/api); the rest is left. */

/** A place as OSRM understood it: `distance` metres away from where it was asked. */
const waypoint = z.object({ distance: z.number() });

export const routeAnswer = z.object({
  /** Metres and seconds. */
  routes: z.array(z.object({ distance: z.number(), duration: z.number() })).min(1),
  waypoints: z.array(waypoint).min(2),
});

const geometry = z.object({ coordinates: z.array(z.tuple([z.number(), z.number()])) });

/** With the way as GeoJSON. */
export const wayAnswer = z.object({
  routes: z.array(z.object({ geometry })).min(1),
  waypoints: z.array(waypoint).min(2),
});

/** With the whole way, and seconds from each of its places to the next. */
export const timedWayAnswer = z.object({
  routes: z
    .array(
      z.object({
        geometry,
        legs: z.array(z.object({ annotation: z.object({ duration: z.array(z.number()) }) })).min(1),
      }),
    )
    .min(1),
  waypoints: z.array(waypoint).min(2),
});

/** One row a source; null where no road leads. */
const cells = z.array(z.array(z.number().nullable()));

export const tableAnswer = z.object({
  /** Metres. */
  distances: cells,
  /** Seconds. */
  durations: cells,
  sources: z.array(waypoint),
  destinations: z.array(waypoint),
});

export const errorAnswer = z.object({ code: z.string(), message: z.string().default('') });

/** Which edition of the road data answered; servers whose data was given no name leave it out. */
export const editionAnswer = z.object({ data_version: z.string().optional() });
