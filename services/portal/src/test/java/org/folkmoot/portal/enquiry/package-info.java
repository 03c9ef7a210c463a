/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.enquiry;

import org.jspecify.annotations.NullMarked;
