import { ANYBODY, type SchemaPolicies, SIGNED_IN } from '@satu-pintu/subgraph-kit';

/** Who may call what, and who sees what of an account. */
export const policies: SchemaPolicies = {
  Query: {
    me: ANYBODY,
    passkeyChallenge: ANYBODY,
    staffSignInWay: ANYBODY,
  },
  Mutation: {
    signUp: ANYBODY,
    signIn: ANYBODY,
    completeSignIn: ANYBODY,
    refreshSession: ANYBODY,
    signOut: ANYBODY,
    acceptInvitation: SIGNED_IN,
    markNotificationsRead: SIGNED_IN,
    eraseAccount: SIGNED_IN,
    signInWithPasskey: ANYBODY,
    completeStaffSignIn: ANYBODY,
    beginPasskeyRegistration: SIGNED_IN,
    finishPasskeyRegistration: SIGNED_IN,
    renamePasskey: SIGNED_IN,
    removePasskey: SIGNED_IN,
    beginSecondFactor: SIGNED_IN,
    confirmSecondFactor: SIGNED_IN,
    removeSecondFactor: SIGNED_IN,
    endSession: SIGNED_IN,
    endAllSessions: SIGNED_IN,
    verifyEmail: SIGNED_IN,
    requestEmailVerification: SIGNED_IN,
    requestPasswordReset: ANYBODY,
    resetPassword: ANYBODY,
    changePassword: SIGNED_IN,
  },
  sights: {
    User: {
      seenBy: 'the own account alone, as `me`',
      whole: [
        'id',
        'displayName',
        'email',
        'appointments',
        'sessions',
        'reports',
        'accessReceipts',
        'notifications',
        'export',
        'passkeys',
        'isDemo',
        'isEmailVerified',
        'secondFactor',
      ],
    },
    Reporter: {
      seenBy: 'the session for which reports has sealed the handle, for five minutes',
      whole: ['handle', 'isMe'],
      own: {
        displayName:
          'the same; whoever is not the reporter leaves a receipt, written before the name is told',
      },
    },
  },
};
