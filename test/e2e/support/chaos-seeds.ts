/** One seed, or as many as `EF_CHAOS_SEEDS` says; `EF_CHAOS_SEED` names the one that failed. */
export const chaosSeeds: readonly number[] = Array.from(
  { length: Number(process.env.EF_CHAOS_SEEDS ?? 1) },
  () => Number(process.env.EF_CHAOS_SEED ?? Math.floor(Math.random() * 2 ** 31)),
)
