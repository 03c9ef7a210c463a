/** Tests of how the directory is asked. */
@NullMarked
package org.folkmoot.registry.directory;

import org.jspecify.annotations.NullMarked;
