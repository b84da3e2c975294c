/** The weights of the matching. */
export const weights = {
  fixed: {
    cancelled: "The cohort is cancelled, so its weights can't be changed any more.",
    votesEnded: "The votes on the pairs have ended, so the weights can't be changed any more.",
  },
} as const;
