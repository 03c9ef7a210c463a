package org.folkmoot.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.registry.keepup.ObjectStoreServer;
import org.folkmoot.registry.keepup.OdsServer;
import org.folkmoot.test.FolkmootStack;

/** A directory of its own that keeps up: what is loaded in it would be another release in force for all other tests. */
public class KeepUpStack extends FolkmootStack {

    static final String DATABASE = "registry_keepup";

    /** Where releases are laid down. */
    static final Path FOLDER = Path.of("target", "releases").toAbsolutePath();

    /** Where releases are laid down too. */
    static final ObjectStoreServer STORE = new ObjectStoreServer(Path.of("target", "object-store"));

    static final String BUCKET = "releases";

    static final OdsServer ODS = new OdsServer();

    @Override
    public Map<String, String> start() {
        empty(FOLDER);
        var config = new HashMap<>(super.start());
        config.put("folkmoot.registry.load.poll-interval", "200ms");
        config.put("folkmoot.registry.keep-up.poll-interval", "100ms");
        config.put("folkmoot.registry.keep-up.folder.path", FOLDER.toString());
        STORE.bucket(BUCKET);
        config.put("folkmoot.registry.keep-up.object-store.url", STORE.url());
        config.put("folkmoot.registry.keep-up.object-store.bucket", BUCKET);
        config.put("folkmoot.registry.keep-up.object-store.prefix", "ods");
        config.put("folkmoot.registry.keep-up.object-store.access-key", ObjectStoreServer.KEY);
        config.put("folkmoot.registry.keep-up.object-store.secret-key", ObjectStoreServer.SECRET);
        config.put("folkmoot.registry.keep-up.ods-api.url", ODS.url());
        config.put("folkmoot.registry.keep-up.ods-api.attempts", "2");
        config.put("folkmoot.registry.keep-up.ods-api.pause", "1ms");
        config.put("quarkus.http.limits.max-body-size", "16M");
        return config;
    }

    private static void empty(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(one -> !one.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
