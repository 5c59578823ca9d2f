/** Where the product under test listens; written by what starts it, read by the tests. */
export interface Product {
  readonly baseUrl: string;
  readonly jt808Port: number;
}

const PRODUCT_VARIABLE = 'TONGYUN_UNDER_TEST';

export const tellProduct = (product: Product): void => {
  process.env[PRODUCT_VARIABLE] = JSON.stringify(product);
};

export function productUnderTest(): Product {
  const told = process.env[PRODUCT_VARIABLE];
  if (told === undefined)
    throw new Error('no product was started: import `test` from shared-product.js');
  return JSON.parse(told) as Product;
}
