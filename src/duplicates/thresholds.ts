/** From this probability on two people are shown as probably one, when nothing else is asked for: more likely so than not. */
export const likely = 0.5

/** Pairs below this probability are not kept by a run: hardly one in ten would be one person. */
export const faintestKept = 0.1
