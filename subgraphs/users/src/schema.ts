import { printSubgraph, type SubgraphParts } from '@satu-pintu/subgraph-kit';
import { SignUpResolver } from './account/sign-up.resolver.js';
import { UserResolver } from './account/user.resolver.js';
import { AcceptInvitationResolver } from './appointment/accept-invitation.resolver.js';
import { EraseAccountResolver } from './erasure/erase-account.resolver.js';
import { AccountExportResolver } from './export/account-export.resolver.js';
import { EmailVerificationResolver } from './email-verification/email-verification.resolver.js';
import { PasswordResolver } from './password/password.resolver.js';
import { PhoneResolver } from './phone/phone.resolver.js';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.js';
import { SessionResolver } from './session/session.resolver.js';
import { NotificationResolver } from './notification/notification.resolver.js';
import { PasskeyResolver } from './passkey/passkey.resolver.js';
import { policies } from './policies.js';
import { StaffSignInResolver } from './staff-sign-in/staff-sign-in.resolver.js';
import type { UsersContext } from './users-context.js';
import { ReporterResolver } from './vault/reporter.resolver.js';
import { Reporter } from './vault/reporter.type.js';

/** What the subgraph is made of, not yet wired. */
export const usersParts: Pick<SubgraphParts<UsersContext>, 'resolvers' | 'orphanedTypes' | 'policies'> = {
  resolvers: [
    SignUpResolver,
    SessionResolver,
    SecondFactorResolver,
    EmailVerificationResolver,
    PasswordResolver,
    PhoneResolver,
    UserResolver,
    EraseAccountResolver,
    AccountExportResolver,
    PasskeyResolver,
    StaffSignInResolver,
    AcceptInvitationResolver,
    ReporterResolver,
    NotificationResolver,
  ],
  orphanedTypes: [Reporter],
  policies,
};

/** The subgraph's SDL; needs no database. */
export function printSchema(): string {
  return printSubgraph(usersParts);
}
