import { accept, type Decision, readEmail, refuse } from '@satu-pintu/domain-kit';

/** What the provider says of somebody who has signed in there. */
export type ProviderClaims = Readonly<Record<string, unknown>>;

/** Whom to believe, and how far. */
export interface StaffTrust {
  /** Claim that names the address. `email` counts only when the provider has verified it; for another one it vouches. */
  readonly emailClaim: string;
  /** Domains whose addresses count, in lower case. */
  readonly domains: readonly string[];
  /** Values of `amr` or `acr` that say that two factors were shown. */
  readonly twoFactorValues: readonly string[];
}

/** An officer as the provider knows them. */
export interface StaffIdentity {
  readonly email: string;
  /** Whether the provider has verified that the mailbox is theirs; for another claim it vouches for the name alone. */
  readonly isMailboxVerified: boolean;
  readonly hasTwoFactors: boolean;
}

/** Whoever it is signs in for no post here. */
export interface NoPostHeld {
  readonly kind: 'NoPostHeld';
}

/** Reads who has signed in at the provider; refuses whoever it cannot vouch for. */
export function decideIdentity(
  claims: ProviderClaims,
  { emailClaim, domains, twoFactorValues }: StaffTrust,
): Decision<StaffIdentity, NoPostHeld> {
  const named = claims[emailClaim];
  const email = readEmail(typeof named === 'string' ? named : '');
  const isMailboxVerified = emailClaim === 'email' && claims.email_verified === true;
  if (!email.ok || (emailClaim === 'email' && !isMailboxVerified)) return refuse({ kind: 'NoPostHeld' });
  const domain = email.value.slice(email.value.lastIndexOf('@') + 1);
  if (!domains.includes(domain)) return refuse({ kind: 'NoPostHeld' });
  const methods = [claims.acr, ...(Array.isArray(claims.amr) ? (claims.amr as readonly unknown[]) : [])];
  const hasTwoFactors = methods.some(
    (method) => typeof method === 'string' && twoFactorValues.includes(method),
  );
  return accept({ email: email.value, isMailboxVerified, hasTwoFactors });
}
