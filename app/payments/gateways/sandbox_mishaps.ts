/** Refunds and payouts (and payments that are begun) whose amount ends so meet with a mishap. */
export const MISHAPS = {
  /** a refund or payout of 199.01 fails */
  fails: 9901,
  /** it succeeds, but its web hook is lost */
  losesHook: 9902,
  /** its web hook is sent twice */
  repeatsHook: 9903,
  /** what was asked for happens, but the answer is lost */
  answersNothing: 9904,
}
