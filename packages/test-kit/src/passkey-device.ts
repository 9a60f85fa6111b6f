import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** Flags of authenticator data (WebAuthn 6.1). */
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

interface Kept {
  readonly id: Buffer;
  readonly rpId: string;
  readonly userHandle: string;
  readonly privateKey: KeyObject;
  count: number;
}

/** What goes wrong on purpose. */
export interface DeviceFaults {
  /** The page that asks; the browser says it truly. */
  readonly origin?: string;
  /** False: the device has only felt a touch, and not seen who it was. */
  readonly isUserVerified?: boolean;
  /** The site for which the device answers. */
  readonly rpId?: string;
}

/**
 * A device with passkeys, and the browser before it: takes the options that a house gives and answers as
 * `navigator.credentials` would, with an ES256 key and no attestation. Its passkeys are found without a name typed.
 */
export class PasskeyDevice {
  private kept: Kept[] = [];

  constructor(
    private readonly origin: string,
    /** Whether its passkeys count their uses; most do not. */
    private readonly counts = true,
  ) {}

  /** `JSON.stringify(await navigator.credentials.create(…))`. */
  create(options: string, faults: DeviceFaults = {}): string {
    const { challenge, rp, user } = JSON.parse(options) as {
      readonly challenge: string;
      readonly rp: { readonly id: string };
      readonly user: { readonly id: string };
    };
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const passkey = { id: randomBytes(32), rpId: rp.id, userHandle: user.id, privateKey, count: 0 };
    this.kept.push(passkey);
    const credential = Buffer.concat([Buffer.alloc(16), uint16(32), passkey.id, coseKey(publicKey)]);
    const authData = Buffer.concat([this.authData(passkey, HAS_CREDENTIAL, faults), credential]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      cborBytes(authData),
    ]);
    return answer(passkey.id, {
      clientDataJSON: this.clientData('webauthn.create', challenge, faults).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** `JSON.stringify(await navigator.credentials.get(…))` with the newest passkey. */
  get(options: string, faults: DeviceFaults = {}): string {
    const { challenge } = JSON.parse(options) as { readonly challenge: string };
    const passkey = this.kept.at(-1);
    if (!passkey) throw new Error('The device has no passkey.');
    if (this.counts) passkey.count += 1;
    const authData = this.authData(passkey, 0, faults);
    const clientData = this.clientData('webauthn.get', challenge, faults);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    return answer(passkey.id, {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: createSign('sha256').update(signed).sign(passkey.privateKey).toString('base64url'),
      userHandle: passkey.userHandle,
    });
  }

  /** A copy, as a thief would make it: the same keys and counters. */
  copy(): PasskeyDevice {
    const copied = new PasskeyDevice(this.origin, this.counts);
    copied.kept = this.kept.map((passkey) => ({ ...passkey }));
    return copied;
  }

  private clientData(type: string, challenge: string, { origin = this.origin }: DeviceFaults): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private authData(
    { rpId: known, count }: Kept,
    more: number,
    { isUserVerified = true, rpId = known }: DeviceFaults,
  ): Buffer {
    const flags = USER_PRESENT | (isUserVerified ? USER_VERIFIED : 0) | more;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), counter]);
  }
}

function answer(id: Buffer, response: object): string {
  const name = id.toString('base64url');
  return JSON.stringify({
    id: name,
    rawId: name,
    type: 'public-key',
    response,
    clientExtensionResults: {},
  });
}

/** An ES256 key as COSE writes it (RFC 9053): type 2, algorithm -7, curve 1, x, y. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, 'base64url')),
  ]);
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}

function cborBytes(bytes: Buffer): Buffer {
  const { length } = bytes;
  const head =
    length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), bytes]);
}

function uint16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}
