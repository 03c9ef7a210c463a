/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.ballot;

import org.jspecify.annotations.NullMarked;
