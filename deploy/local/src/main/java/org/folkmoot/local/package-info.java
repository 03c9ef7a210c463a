/**
 * The whole platform on one machine without containers: real PostgreSQL, Apache Kafka and Keycloak from Maven
 * artefacts, and Folkmoot's services beside them.
 *
 * <p>Two parts share it. The command {@code ./folkmoot} ({@link org.folkmoot.local.Folkmoot}) starts a {@link
 * org.folkmoot.local.Supervisor}, which owns the processes, starts again what dies, and brings the platform to a state
 * that a person can use. The tests' stack ({@code libs/test-support}) starts only the three servers.
 *
 * <p>Everything that it keeps lies under {@code .folkmoot} in the checkout. Nothing here belongs in an installation:
 * passwords are made up at the first start and kept in a file, servers listen on loopback, and TLS is off.
 */
@NullMarked
package org.folkmoot.local;

import org.jspecify.annotations.NullMarked;
