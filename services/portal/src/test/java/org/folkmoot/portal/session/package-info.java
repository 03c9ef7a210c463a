/** Tests of the portal's sessions. */
@NullMarked
package org.folkmoot.portal.session;

import org.jspecify.annotations.NullMarked;
