package org.folkmoot.neighbourhood.update;

/**
 * What somebody has to see to.
 *
 * @param toWrite points at which the caller's teams have to tell practices: due or overdue
 * @param overdue how many of them are overdue
 * @param toAcknowledge updates of the last year that practices have to acknowledge for which the caller speaks
 */
record GpUpdateCountsView(int toWrite, int overdue, int toAcknowledge) {}
