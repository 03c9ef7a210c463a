/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.care;

import org.jspecify.annotations.NullMarked;
