package org.folkmoot.benchmark;

/**
 * What one turn of a benchmark measured.
 *
 * @param perSecond how often it was done in a second, by all who did it
 * @param latencies how long each time took
 */
public record Turn(double perSecond, Latencies latencies) {}
