/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.directory;

import org.jspecify.annotations.NullMarked;
