/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.group;

import org.jspecify.annotations.NullMarked;
