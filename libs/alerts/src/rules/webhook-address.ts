/**
 * Whether an address may be called from inside the house: `https`, a host by its name, and not one
 * that names this machine or its network.
 */
export function isPublicAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname: written, username, password } = new URL(text);
  // A final dot means the same name.
  const hostname = written.replace(/\.+$/, '');
  if (protocol !== 'https:' || username !== '' || password !== '') return false;
  const isNumber = hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
  const isNamed = hostname.includes('.') && !INSIDE.some((end) => hostname.endsWith(end));
  return !isNumber && isNamed;
}

const INSIDE = ['.localhost', '.local', '.internal', '.lan', '.home.arpa'];
