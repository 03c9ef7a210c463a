/** Tests of what goes together: no framework, no database. */
@NullMarked
package org.folkmoot.registry.succession;

import org.jspecify.annotations.NullMarked;
