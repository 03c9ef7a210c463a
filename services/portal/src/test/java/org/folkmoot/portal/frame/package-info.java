/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.frame;

import org.jspecify.annotations.NullMarked;
