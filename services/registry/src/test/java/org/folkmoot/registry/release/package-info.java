/** Tests of taking releases in, on a real PostgreSQL and without the rest of the service. */
@NullMarked
package org.folkmoot.registry.release;

import org.jspecify.annotations.NullMarked;
