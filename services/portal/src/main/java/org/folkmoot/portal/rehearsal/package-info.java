/**
 * Rehearsing rules: what would these votes give under those? The mandate service counts, as it counts a real ballot; nothing
 * is kept.
 */
@NullMarked
package org.folkmoot.portal.rehearsal;

import org.jspecify.annotations.NullMarked;
