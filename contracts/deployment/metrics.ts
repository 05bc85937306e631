/** What is published of mails, runs and actions. */
export const metrics = {
  namespace: 'Perennial',
  mails: 'Mails',
  /** The dimension of `mails`. */
  state: 'State',
  /** Licences of a run; and for how many days the longest overdue one had been due when it began, also over all plans. */
  due: 'Due',
  done: 'Done',
  failed: 'Failed',
  backlogDays: 'BacklogDays',
  /** The dimension of these. */
  plan: 'Plan',
  /** Licences left for later because a service took no more requests; it has no dimension. */
  throttled: 'Throttled',
  /** Licences for which something was done. */
  actions: 'Actions',
  /** The dimension of `actions`. */
  step: 'Step',
} as const;
