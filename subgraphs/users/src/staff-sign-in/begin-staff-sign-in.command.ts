import { accept, type Decision } from '@satu-pintu/domain-kit';
import type { Challenges } from '../passkey/challenges.js';
import type { IdentityProvider, Journey, ProviderUnavailable } from './identity-provider.js';

/** The way to the provider. */
export interface StaffSignInBegun {
  readonly authorizationUrl: string;
  /** Stays in the browser that began; without it nobody comes back. */
  readonly handle: string;
  readonly expiresAt: Date;
}

/** Begins a sign-in at the provider of staff. Leaves nothing behind until somebody comes back. */
export class BeginStaffSignInCommand {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly journeys: Challenges<Journey>,
  ) {}

  async execute(): Promise<Decision<StaffSignInBegun, ProviderUnavailable>> {
    const out = await this.provider.wayOut();
    if (!out.ok) return out;
    const { text, expiresAt } = this.journeys.issue(out.value.journey);
    return accept({ authorizationUrl: out.value.url, handle: text, expiresAt });
  }
}
