import { z } from 'zod';

const planHour = z.number().min(0).max(48);

/**
 * When a plant loads, in order of time: local hours on the calendar day that gives an operating day
 * its name; 28 is four the next morning. None: as the hours of its enterprise say.
 */
export const loadingHours = z
  .array(z.object({ fromHour: planHour, toHour: planHour }))
  .max(6)
  .refine((spans) => spans.every(({ fromHour, toHour }) => fromHour < toHour), {
    message: 'a span ends before it begins',
  })
  .refine((spans) => spans.every((span, at) => at === 0 || spans[at - 1]!.toHour < span.fromHour), {
    message: 'spans overlap, touch or are out of order',
  });
