/** What a rule answers: the change it allows, or the reason why not. Refusals are data, never exceptions. */
export type Decision<Accepted, Refused> =
  { readonly ok: true; readonly value: Accepted } | { readonly ok: false; readonly refusal: Refused };

/** The rule allows it; `value` says what happened. */
export function accept<Accepted>(value: Accepted): { readonly ok: true; readonly value: Accepted } {
  return { ok: true, value };
}

/** The rule forbids it; `refusal` says why, in terms the caller can act on. */
export function refuse<const Refused>(refusal: Refused): { readonly ok: false; readonly refusal: Refused } {
  return { ok: false, refusal };
}
