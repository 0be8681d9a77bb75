import { type KeyObject, createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';
import { canonicalJson } from '@uptake/domain';

export interface AuditHead {
  workspaceId: string;
  sequence: number;
  hash: string;
  /** ISO 8601 UTC with milliseconds. */
  sealedAt: string;
  keyId: string;
  /** Ed25519 over the RFC 8785 form of the other fields, base64url. */
  signature: string;
}

// DER prefix of an Ed25519 private key in PKCS #8 (RFC 8410), before its 32 bytes of seed
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs the heads of audit chains. The key follows from APP_SECRET, so the database's owner does not hold it. */
export class HeadKey {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  readonly id: string;

  constructor(appSecret: string) {
    const seed = Buffer.from(hkdfSync('sha256', appSecret, '', 'uptake audit head', 32));
    this.privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.privateKey);
    this.id = createHash('sha256')
      .update(this.publicKey.export({ format: 'der', type: 'spki' }))
      .digest('hex')
      .slice(0, 16);
  }

  sign(head: Omit<AuditHead, 'keyId' | 'signature'>): AuditHead {
    const signed = { ...head, keyId: this.id };
    return {
      ...signed,
      signature: sign(null, Buffer.from(canonicalJson(signed)), this.privateKey).toString('base64url'),
    };
  }

  /** False for a head that another key signed or that was changed since. */
  isGenuine({ signature, ...signed }: AuditHead): boolean {
    return (
      signed.keyId === this.id &&
      verify(null, Buffer.from(canonicalJson(signed)), this.publicKey, Buffer.from(signature, 'base64url'))
    );
  }
}
