/**
 * Delegated powers: what a group lets its executive decide, how far, until when, and how it was used. What one person
 * proposes, another confirms; the mandate service sees to that.
 */
@NullMarked
package org.folkmoot.portal.power;

import org.jspecify.annotations.NullMarked;
