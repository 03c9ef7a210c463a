package org.folkmoot.helm;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What is built into services. */
final class Configuration {

    private Configuration() {}

    /** What holds of each that says nothing else. */
    static Properties shared() {
        return read(new Properties(), "libs/tenancy/src/main/resources/META-INF/microprofile-config.properties");
    }

    static Properties of(String service) {
        return read(shared(), "services/" + service + "/src/main/resources/application.properties");
    }

    private static Properties read(Properties over, String file) {
        try (Reader reader = Files.newBufferedReader(Path.of("..").resolve(file))) {
            over.load(reader);
            return over;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
