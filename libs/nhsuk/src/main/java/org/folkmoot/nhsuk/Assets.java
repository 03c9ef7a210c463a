package org.folkmoot.nhsuk;

import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where the style sheet and the scripts are. They stand in a directory that is named after their content, so that a
 * browser may keep them for ever; a template asks for it with {@code {nhsuk:assets}/nhsuk.css}.
 */
@EngineConfiguration
public final class Assets implements NamespaceResolver {

    private static final String PATH = path();

    /** The path of the directory from the root of the server, without a slash at its end. */
    public static String directory() {
        return PATH;
    }

    @Override
    public String getNamespace() {
        return "nhsuk";
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        return context.getName().equals("assets") ? CompletableFuture.completedFuture(PATH) : Results.notFound(context);
    }

    private static String path() {
        try (InputStream file = Assets.class.getResourceAsStream("assets.properties")) {
            if (file == null) {
                throw new IllegalStateException("The assets of this library have not been built.");
            }
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("path", "");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
