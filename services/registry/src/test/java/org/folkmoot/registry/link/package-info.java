/** Links for tests of other packages. */
@NullMarked
package org.folkmoot.registry.link;

import org.jspecify.annotations.NullMarked;
