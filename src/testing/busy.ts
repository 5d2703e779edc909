/**
 * The calls that a file server is answering at this moment, without those that wait for a clock. A manual clock lets
 * them finish before it moves on: in a browser, reading a body takes more turns of the event loop than anyone can count.
 */
export const busy = new Set<Request>()
