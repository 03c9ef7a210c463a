package org.folkmoot.journeys;

import java.util.stream.Stream;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;

/** Databases of the stack as the services' own migrations leave them. */
final class ServiceDatabases {

    private ServiceDatabases() {}

    /** A database of that name with all that the service's database has, and no row of an ICS. */
    static TestDatabase migrated(String service, String name) {
        return TestStack.current().database(name).migrate(migrations(service));
    }

    private static String[] migrations(String service) {
        return Stream.of(
                        "libs/tenancy/src/main/resources/db/foundation",
                        "libs/events/src/main/resources/db/foundation",
                        "libs/ledger/src/main/resources/db/foundation",
                        "libs/http/src/main/resources/db/foundation",
                        "services/" + service + "/src/main/resources/db/migration")
                .map(folder -> "filesystem:" + Project.root().resolve(folder))
                .toArray(String[]::new);
    }
}
