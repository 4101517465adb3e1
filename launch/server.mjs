/**
 * How Node runs the server. Left to itself its heap grows with the machine's memory before it is swept: an export of a
 * million rows, of which 200 are held at a time, took 500 MB.
 */
export const server = ['--max-semi-space-size=16', '--max-old-space-size=1024', 'server/main.ts']
