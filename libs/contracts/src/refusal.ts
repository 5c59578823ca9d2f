import { z } from 'zod';

/** What every client gets when the server says no. Codes are listed in docs/refusals.md. */
export const refusal = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export type Refusal = Readonly<z.infer<typeof refusal>>;

/** How every socket command is acknowledged. */
export type Acknowledgement<Answer extends object = object> =
  ({ readonly ok: true } & Answer) | { readonly ok: false; readonly refusal: Refusal };
