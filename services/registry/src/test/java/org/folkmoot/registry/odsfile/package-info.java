/** Tests of reading the files: no framework, no database. */
@NullMarked
package org.folkmoot.registry.odsfile;

import org.jspecify.annotations.NullMarked;
