/** What was done to the audit trail behind UCOK's back; `missing-seal` is a seal that is gone together with its line or alone. */
export const auditFaults = ['line-altered', 'line-removed', 'line-inserted', 'missing-seal', 'chain-broken'] as const
export type AuditFault = (typeof auditFaults)[number]
