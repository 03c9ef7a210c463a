/**
 * Readings of confidence: a statement with which practices agree or not, once a quarter. A group sees how that changes from
 * quarter to quarter; nobody sees what a practice answered but the practice.
 */
@NullMarked
package org.folkmoot.portal.reading;

import org.jspecify.annotations.NullMarked;
