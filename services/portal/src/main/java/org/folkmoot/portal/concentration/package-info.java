/**
 * Concentration: which share of the patients of the ICS, of a place or of a PCN is under one organisation. The registry
 * derives it; the page shows it on a day and over months, and from which share on the ICS wants it to be seen.
 */
@NullMarked
package org.folkmoot.portal.concentration;

import org.jspecify.annotations.NullMarked;
