/** Tests of operating models. */
@NullMarked
package org.folkmoot.registry.model;

import org.jspecify.annotations.NullMarked;
