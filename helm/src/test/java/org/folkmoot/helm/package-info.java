/**
 * The chart as an engineer meets it: linted, rendered with many values, and every manifest read as strictly as an API server
 * reads it. No cluster is needed, and none is asked: that a pod starts is shown elsewhere.
 */
@NullMarked
package org.folkmoot.helm;

import org.jspecify.annotations.NullMarked;
