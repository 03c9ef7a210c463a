package org.folkmoot.registry.keepup;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.registry.keepup.KeepUpSettings.ObjectStore;

/** Looks for releases in an object store. */
@ApplicationScoped
class ObjectStoreLook implements Looks {

    private final ObjectStore settings;
    private final Optional<ObjectShelf> shelf;
    private final Optional<TakeFromShelf> take;

    ObjectStoreLook(KeepUpSettings all, Runs runs, Clock clock) {
        this.settings = all.objectStore();
        this.shelf = settings.url().map(url -> new ObjectShelf(settings));
        this.take = shelf.map(bucket -> new TakeFromShelf(Source.OBJECT_STORE, bucket, all.settle(), runs, clock));
    }

    @PreDestroy
    void close() {
        shelf.ifPresent(ObjectShelf::close);
    }

    @Override
    public Source source() {
        return Source.OBJECT_STORE;
    }

    @Override
    public boolean isConfigured() {
        return take.isPresent();
    }

    @Override
    public String place() {
        return Stream.of(settings.url().map(Object::toString), settings.bucket(), settings.prefix())
                .flatMap(Optional::stream)
                .map(part -> part.replaceAll("^/+|/+$", ""))
                .collect(Collectors.joining("/"));
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    public void look() throws SourceFault {
        if (take.isPresent()) {
            take.get().look();
        }
    }
}
