import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** How far the time of a request may be from ours, in milliseconds: older ones may be replayed by whoever kept them. */
const furthest = 5 * 60_000;

/** The key that Discord shows as 64 hexadecimal digits. */
export function readPublicKey(digits: string): KeyObject {
  const x = Buffer.from(digits, 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** Whether Discord signed this body at this time, and that lately. The body is taken as the bytes that came. */
export function isSigned(
  key: KeyObject,
  { signature, timestamp, body }: { readonly signature: unknown; readonly timestamp: unknown; readonly body: Buffer },
  now: number,
): boolean {
  if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/i.test(signature)) return false;
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp) * 1_000) > furthest) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}
