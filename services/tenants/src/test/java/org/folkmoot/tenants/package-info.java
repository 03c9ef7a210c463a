/** The control plane as an operator meets it, on the real servers. */
@NullMarked
package org.folkmoot.tenants;

import org.jspecify.annotations.NullMarked;
