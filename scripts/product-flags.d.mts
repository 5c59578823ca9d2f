/** How Node runs the server. */
export declare const PRODUCT_FLAGS: readonly string[];
