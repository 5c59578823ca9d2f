/** What happened to the limits. */
export interface PolicyEvents {
  'policy.set': { readonly key: string; readonly scope: string; readonly version: number };
}
