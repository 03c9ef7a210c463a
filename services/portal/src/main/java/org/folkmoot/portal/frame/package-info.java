/**
 * What all pages share: the layout around them, the list of all pages ({@link org.folkmoot.portal.frame.PortalPage}), how
 * errors look, how dates and numbers are written, and what every request and answer must have.
 *
 * <p>A page of a later service joins by one line in {@code PortalPage}: navigation, the test of who may see what and the
 * checks in a real browser all read that list.
 */
@NullMarked
package org.folkmoot.portal.frame;

import org.jspecify.annotations.NullMarked;
