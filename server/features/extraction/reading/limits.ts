const MiB = 1024 * 1024

/** A file larger than this is not looked into. In bytes. */
export const largestFile = 100 * MiB
/** What an archive may unpack to, one entry and all that are opened. In bytes. */
export const largestEntry = 50 * MiB
export const largestArchive = 200 * MiB
/** An office file has some hundreds of entries; more would fill the memory with their names. */
export const mostEntries = 20_000
/** Pages, sheets or slides of one file. */
export const mostParts = 2000
/** Text of one file, in UTF-16 units as JavaScript counts them. */
export const longestText = 500_000
