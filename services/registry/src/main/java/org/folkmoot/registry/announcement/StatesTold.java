package org.folkmoot.registry.announcement;

/**
 * What was told.
 *
 * @param states of how many practices and networks, the closed and moved ones that were told before included
 */
record StatesTold(String icb, long states) {}
