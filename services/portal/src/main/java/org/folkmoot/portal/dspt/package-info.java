/**
 * DSPT: what the Data Security and Protection Toolkit's published list says of organisations. Anybody of the ICS reads it; an
 * administrator hands in the list, and sees what became of each row.
 */
@NullMarked
package org.folkmoot.portal.dspt;

import org.jspecify.annotations.NullMarked;
