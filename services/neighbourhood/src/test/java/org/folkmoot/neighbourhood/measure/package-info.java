/** Tests of the rules of measures, without a server. */
@NullMarked
package org.folkmoot.neighbourhood.measure;

import org.jspecify.annotations.NullMarked;
