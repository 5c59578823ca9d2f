import { lookup as systemLookup } from 'node:dns';
import { BlockList, type LookupFunction } from 'node:net';

/** Addresses that are not on the internet: IANA's special-purpose registries (RFC 6890). */
const INNER = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  INNER.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  INNER.addSubnet(net, prefix, 'ipv6');
}

/** Whether an address lies on the internet. */
export const isPublicIp = (address: string, family: number): boolean =>
  !INNER.check(address, family === 6 ? 'ipv6' : 'ipv4');

/** Looks a name up, and fails when any of its addresses is not on the internet. */
export const publicLookup: LookupFunction = (name, options, callback) => {
  systemLookup(name, { ...options, all: true }, (error, found) => {
    const inner = error
      ? undefined
      : found.find(({ address, family }) => !isPublicIp(address, family));
    const [first] = error ? [] : found;
    if (error) callback(error, '');
    else if (inner || !first) callback(new Error(`${name} is not on the internet`), '');
    else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};
