/**
 * Figures P1 and P2: loading a directory of a million organisations, and reading from it.
 *
 * <p>The platform is brought up by its own command, in a folder and on ports of the benchmark's own, and everything goes
 * through the registry's REST with a token of its Keycloak. The directory is made up: the real files' rows again and
 * again, each time with other codes, another area and another postcode, in the real proportions.
 */
@NullMarked
package org.folkmoot.benchmark.directory;

import org.jspecify.annotations.NullMarked;
