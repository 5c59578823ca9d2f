import { AntdProviders } from './antd-providers.js';
import { mountPlain, type PageToMount } from './mount-plain.js';

/** Starts one audience's desktop page in `#page`, antd in the language that is shown. */
export const mountPage = ({ page, ...rest }: PageToMount): Promise<void> =>
  mountPlain({ ...rest, page: <AntdProviders>{page}</AntdProviders> });
