/** Tests of the life of a case: no framework, no database. */
@NullMarked
package org.folkmoot.registry.integration;

import org.jspecify.annotations.NullMarked;
