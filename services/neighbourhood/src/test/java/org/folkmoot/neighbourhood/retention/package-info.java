/** Tests of retention: its rules, and what is left of somebody who was erased. */
@NullMarked
package org.folkmoot.neighbourhood.retention;

import org.jspecify.annotations.NullMarked;
