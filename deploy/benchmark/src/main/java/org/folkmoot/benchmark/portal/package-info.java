/**
 * Figure P9: how long the portal takes for its first page, beside the time of the calls to services that the page is made
 * of.
 */
@NullMarked
package org.folkmoot.benchmark.portal;

import org.jspecify.annotations.NullMarked;
