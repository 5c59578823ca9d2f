/** Whether a source is newer than the last build of everything, or there was none. */
export declare const isStale: () => boolean;
