/**
 * The stack for tests: real PostgreSQL, Kafka and Keycloak, the same for every module.
 *
 * <p>By default the servers run as processes from Maven artefacts ({@code deploy/local}); one set serves all modules of
 * a build and ends itself when no test uses it. With {@code -Dstack=containers} they run in containers by
 * Testcontainers. The tests are the same.
 *
 * <p>Tests of a module get databases of their own, made anew for each run.
 */
@NullMarked
package org.folkmoot.test;

import org.jspecify.annotations.NullMarked;
