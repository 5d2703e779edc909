/** How long bytes at S3 wait to be saved or handed in: a day, less an hour in which that is done. */
export const keptAtS3Ms = 23 * 3_600_000
