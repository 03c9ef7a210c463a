/** Multidisciplinary team meetings: whom they discuss, what was said of each, and who does what by when. */
@NullMarked
package org.folkmoot.portal.mdt;

import org.jspecify.annotations.NullMarked;
