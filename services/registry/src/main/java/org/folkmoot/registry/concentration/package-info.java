/**
 * Concentration: which share of the registered patients of an ICS, a place or a network is under one contract holder, owner
 * or employer, on a day and over time.
 *
 * <p>Everything is derived from links and published lists. Patients of practices of which nothing is recorded are under
 * nobody, and counted as that. Where a practice has two owners or employers its patients are under each of them, so shares
 * can add up to more than the whole. From the threshold on, which the ICS sets, a share is marked.
 */
@NullMarked
package org.folkmoot.registry.concentration;

import org.jspecify.annotations.NullMarked;
